import { z } from 'zod';
import { BUNDLE_ROW_STATES, BUNDLE_STAGES, BUNDLE_STATES } from '../rules/bundle-states.js';
import { REASON_CODES } from '../rules/reasons.js';
import {
  AreaName,
  Bilingual,
  Coded,
  Fen,
  freeText,
  Id,
  Instant,
  PageQuery,
  pageOf,
  PastDate,
  Person,
  Quantity,
  say,
  Sha256,
} from './common.js';

/** As many households as one form has. */
export const MOST_ROWS = 2000;
/** As many as are typed at once; more come by a file. */
const MOST_TYPED = 200;

export const BundleParams = z.strictObject({ no: z.string().regex(/^\d{6}-\d{4}-K\d{6,}$/) });
export const BundleRowParams = BundleParams.extend({ position: z.coerce.number().int().positive() });

export const NewBundle = z.strictObject({
  programmeCode: z.string().min(1, say('请选择项目', 'Choose a programme')).max(60),
  route: z.enum(['bundled', 'tiered'], say('请选择捆绑申报或逐级申报', 'Choose a bundled or a tiered application')),
});

/** A household of a bundle, with the day on which it signed that it agrees. */
export const BundleRowBody = z.strictObject({
  registerNo: z.string().trim().min(1, say('请填写户编号', 'Give the household’s number in the register')).max(40),
  quantity: Quantity,
  consentedOn: PastDate,
  plan: freeText(2000).optional(),
  promisedPapers: z.array(z.string().max(40)).max(20).default([]),
});
export type BundleRowBody = z.infer<typeof BundleRowBody>;
export const BundleRowsBody = z.strictObject({
  rows: z
    .array(BundleRowBody)
    .min(1, say('请填写农户', 'Name the households'))
    .max(MOST_TYPED, say(`一次最多${MOST_TYPED}户，更多请用表格上传`, `At most ${MOST_TYPED} at once; more by a file`)),
});

/** What became of rows that were typed or uploaded: good ones are kept, bad ones told by line. */
export const BundleRowsSaved = z
  .object({
    saved: z.number().int(),
    rejected: z.number().int(),
    /** The first of them. */
    rejections: z.array(z.object({ line: z.number().int(), reason: Bilingual })),
  })
  .meta({ id: 'BundleRowsSaved' });

const reasonCode = z.enum(REASON_CODES, say('请从列表中选择理由', 'Choose a reason from the list'));

/** What an official decides about a bundle, at the step that he saw; single households struck out with reasons. */
export const BundleDecision = z.strictObject({
  stage: z.enum(BUNDLE_STAGES, say('请填写此环节', 'Give the step')),
  verdict: z.enum(['pass', 'return', 'refuse'], say('请选择决定', 'Choose a decision')),
  reasonCode: reasonCode.optional(),
  words: freeText(4000).optional(),
  struckOut: z
    .array(z.strictObject({ position: z.number().int().positive(), reasonCode, words: freeText(500) }))
    .max(MOST_ROWS)
    .default([]),
});
export type BundleDecision = z.infer<typeof BundleDecision>;

export const BundleQuery = z.strictObject({ ...PageQuery, state: z.enum(BUNDLE_STATES).optional() });
export type BundleQuery = z.infer<typeof BundleQuery>;
export const BundleRowQuery = z.strictObject({ ...PageQuery, state: z.enum(BUNDLE_ROW_STATES).optional() });
export type BundleRowQuery = z.infer<typeof BundleRowQuery>;

export const BundleView = z
  .object({
    no: z.string(),
    route: Coded,
    programme: Coded,
    area: AreaName,
    state: Coded,
    createdAt: Instant,
    submittedAt: Instant.nullable(),
    households: z.number().int(),
  })
  .meta({ id: 'Bundle' });
export type BundleView = z.infer<typeof BundleView>;
export const BundlePage = pageOf(BundleView);

export const BundlePaperView = z
  .object({
    id: Id,
    kind: Coded,
    contentType: z.string(),
    bytes: z.number().int(),
    sha256: Sha256,
    uploadedAt: Instant,
  })
  .meta({ id: 'BundlePaper' });

/** A bundle with its progress: what became of its rows, where its cases are, how they ended. */
export const BundleDetail = BundleView.extend({
  filedBy: Person,
  rows: z.array(z.object({ state: Coded, rows: z.number().int() })),
  /** Its running cases by their stage, those that have ended by how. */
  stages: z.array(z.object({ stage: Coded, cases: z.number().int() })),
  outcomes: z.array(z.object({ outcome: Coded, cases: z.number().int() })),
  decisions: z.array(
    z.object({ stage: Coded, verdict: Coded, by: z.array(Person), at: Instant, words: z.string().nullable() }),
  ),
  papers: z.array(BundlePaperView),
  notices: z.array(z.string()),
  /** Until when approved cases wait for the others before they are published without them. */
  gatherBy: Instant.nullable(),
}).meta({ id: 'BundleDetail' });
export type BundleDetail = z.infer<typeof BundleDetail>;

export const BundleRowView = z
  .object({
    position: z.number().int(),
    registerNo: z.string(),
    /** The head of the household, by the first character of the name. */
    applicant: z.string(),
    village: AreaName,
    applicationId: Id,
    quantity: z.number().int().nullable(),
    quantityText: Bilingual.nullable(),
    /** What the quantity brings by the published standard, for a household that has its case. */
    amountFen: Fen.nullable(),
    consentedOn: z.string(),
    state: Coded,
    findings: z.array(Coded.extend({ severity: z.enum(['blocking', 'warning']) })),
    caseNo: z.string().nullable(),
    stage: Coded.nullable(),
  })
  .meta({ id: 'BundleRow' });
export type BundleRowView = z.infer<typeof BundleRowView>;
export const BundleRowPage = pageOf(BundleRowView);

/** Where a bundle is after an act. `recorded` false: received for certain, being written; look again there. */
export const BundleActed = z
  .object({ no: z.string(), state: Coded, recorded: z.boolean() })
  .meta({ id: 'BundleActed' });
