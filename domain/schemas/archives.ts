import { z } from 'zod';
import { ARCHIVE_STATES, ARCHIVE_TERMS } from '../rules/archives.js';
import { Coded, Instant, IsoDate, PageQuery, pageOf, Person, QueryFlag, say, Sha256 } from './common.js';

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
