import { z } from 'zod';
import { ARCHIVE_APPRAISALS, ARCHIVE_STATES, ARCHIVE_TERMS } from '../rules/archives.js';
import {
  CaseNo,
  Coded,
  freeText,
  Instant,
  IsoDate,
  PageQuery,
  pageOf,
  Person,
  QueryFlag,
  say,
  Sha256,
} from './common.js';

export const ARCHIVE_ITEM_KINDS = [
  'application',
  'paper',
  'decision',
  'notice',
  'objection',
  'paymentOrder',
  'seal',
  'evidence',
] as const;
export type ArchiveItemKind = (typeof ARCHIVE_ITEM_KINDS)[number];

export const ARCHIVE_ACT_KINDS = [
  'appraised',
  'listed',
  'unlisted',
  'handedOver',
  'destroyed',
  'held',
  'lifted',
] as const;
export type ArchiveActKind = (typeof ARCHIVE_ACT_KINDS)[number];

export const ARCHIVE_LIST_KINDS = ['handOver', 'destruction'] as const;
export type ArchiveListKind = (typeof ARCHIVE_LIST_KINDS)[number];
export const ARCHIVE_LIST_STATES = ['proposed', 'done', 'withdrawn'] as const;
export type ArchiveListState = (typeof ARCHIVE_LIST_STATES)[number];

export const ArchiveQuery = z.strictObject({
  ...PageQuery,
  state: z.enum(ARCHIVE_STATES, say('请选择状态', 'Choose a state')).optional(),
  term: z.enum(ARCHIVE_TERMS, say('请选择保管期限', 'Choose a term')).optional(),
  /** Of the closing. */
  year: z.coerce.number().int().min(2000).max(9999).optional(),
  /** The beginning of its archive number, or a case number. */
  text: z.string().trim().max(60).optional(),
  /** `true`: only those whose term is over; `false`: only those whose term runs, or that are kept for good. */
  over: QueryFlag.optional(),
  /** `true`: only those that an auditor holds back. */
  held: QueryFlag.optional(),
});
export type ArchiveQuery = z.infer<typeof ArchiveQuery>;

export const ArchiveFileView = z
  .object({
    caseNo: z.string(),
    archiveNo: z.string(),
    title: z.string(),
    kind: Coded,
    term: Coded,
    closedOn: IsoDate,
    termBegins: IsoDate,
    /** Null where it is kept for good. */
    keptUntil: IsoDate.nullable(),
    over: z.boolean(),
    pieces: z.number().int(),
    filedAt: Instant,
    state: Coded,
    appraisal: Coded.nullable(),
    held: z.boolean(),
    /** The open list that it stands in. */
    listNo: z.string().nullable(),
  })
  .meta({ id: 'ArchiveFile' });
export type ArchiveFileView = z.infer<typeof ArchiveFileView>;
export const ArchivePage = pageOf(ArchiveFileView);

/** 卷内目录: a piece as GB/T 9705 lists it. */
export const ArchiveItemView = z
  .object({
    no: z.number().int(),
    kind: Coded,
    number: z.string(),
    author: z.string(),
    title: z.string(),
    on: IsoDate,
    sha256: Sha256,
  })
  .meta({ id: 'ArchiveItem' });
export type ArchiveItemView = z.infer<typeof ArchiveItemView>;

export const ArchiveDetail = z
  .object({
    file: ArchiveFileView,
    catalogueSha256: Sha256,
    items: z.array(ArchiveItemView),
    /** What was done with it, in order. */
    acts: z.array(
      z.object({
        act: Coded,
        by: Person,
        at: Instant,
        words: z.string(),
        listNo: z.string().nullable(),
        appraisal: Coded.nullable(),
      }),
    ),
  })
  .meta({ id: 'ArchiveDetail' });
export type ArchiveDetail = z.infer<typeof ArchiveDetail>;

const why = freeText(500).meta({ description: '依据或理由，不写户主姓名、证件号和账号' });
export const ArchiveWords = z.strictObject({ words: why });
export const NewAppraisal = z.strictObject({
  appraisal: z.enum(ARCHIVE_APPRAISALS, say('请选择鉴定意见', 'Choose what the appraisal comes to')),
  words: why,
});

/** As many as one table of a list has. */
const MOST_FILES = 200;
export const NewArchiveList = z.strictObject({
  kind: z.enum(ARCHIVE_LIST_KINDS, say('请选择移交或销毁', 'Choose hand-over or destruction')),
  caseNos: z
    .array(CaseNo)
    .min(1, say('请选择案卷', 'Choose files'))
    .max(MOST_FILES, say(`一份清册最多${MOST_FILES}卷`, `At most ${MOST_FILES} files a list`)),
  words: why,
});
export type NewArchiveList = z.infer<typeof NewArchiveList>;
export const ArchiveListParams = z.strictObject({ no: z.string().max(40) });
export const ArchiveListQuery = z.strictObject({
  ...PageQuery,
  kind: z.enum(ARCHIVE_LIST_KINDS).optional(),
  state: z.enum(ARCHIVE_LIST_STATES).optional(),
});
export type ArchiveListQuery = z.infer<typeof ArchiveListQuery>;
/** 移交回执: what the county's archives have signed. */
export const HandOverReceipt = z.strictObject({
  receiptNo: freeText(60),
  receivedBy: freeText(60),
  words: why,
});

export const ArchiveListView = z
  .object({
    no: z.string(),
    kind: Coded,
    state: Coded,
    words: z.string(),
    files: z.number().int(),
    proposed: z.object({ by: Person, at: Instant }),
    decided: z.object({ by: Person, at: Instant, words: z.string() }).nullable(),
    receipt: z.object({ no: z.string(), receivedBy: z.string() }).nullable(),
  })
  .meta({ id: 'ArchiveList' });
export type ArchiveListView = z.infer<typeof ArchiveListView>;
export const ArchiveListPage = pageOf(ArchiveListView);
export const ArchiveListDetail = z
  .object({
    list: ArchiveListView,
    entries: z.array(
      z.object({
        position: z.number().int(),
        caseNo: z.string(),
        archiveNo: z.string(),
        title: z.string(),
        pieces: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'ArchiveListDetail' });
export type ArchiveListDetail = z.infer<typeof ArchiveListDetail>;
