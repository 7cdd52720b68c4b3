import { z } from 'zod';

/** What only a person can put right, or has to accept. */
export const FINDINGS = {
  conflict: ['记录与流程引擎从这一步起不一致', 'records and engine say different things from this step on'],
  notRefilled: ['有步骤不能重新记入', 'a step could not be recorded again'],
  notBegunAnew: ['流程按现行程序不会重走已记录的步骤', 'the workflow would not go its recorded way again'],
  engineBehind: ['流程引擎落后于记录，请执行 reconcile', 'the engine knows less than the records: run reconcile'],
  bankSilent: [
    '银行未能答复收到了哪些文件，可能已付的均已暂停',
    'the bank could not say what it has: what may have left is on hold',
  ],
  bankAway: ['银行的回单取不到', 'the reports of the bank could not be fetched'],
  onHold: ['可能已由银行付出，已暂停支付，待核实', 'the bank may have paid it: on hold until somebody has looked'],
  unknownOrder: ['银行办过的指令，记录里没有', 'the bank has an order that is in no record'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type FindingKind = keyof typeof FINDINGS;

const finding = z.strictObject({
  kind: z.enum(Object.keys(FINDINGS) as [FindingKind, ...FindingKind[]]),
  /** Case, order or file; never a person. */
  subject: z.string(),
  /** A step, or a code. */
  detail: z.string().optional(),
});
export type Finding = z.infer<typeof finding>;

/** What the history of a case does not have: how many texts, papers, objections and household changes are lost. */
const lost = z.strictObject({
  caseNo: z.string(),
  words: z.int(),
  papers: z.int(),
  objections: z.int(),
  changes: z.int(),
  /** Claims that something was kept back for and that are gone: to be entered again, for what is left of them. */
  claims: z.int().default(0),
  /** Payees that were chosen and are not in the restored register: to be entered and chosen again. */
  payees: z.int().default(0),
});
export type Lost = z.infer<typeof lost>;

/** What was found and done, as it is kept on the row of the restore. */
export const reportSchema = z.strictObject({
  /** Strands that were filled up from their histories. */
  refilled: z.array(z.string()),
  /** Workflows that were begun anew from the records. */
  begunAnew: z.array(z.string()),
  /** Orders that the bank turned out to have, though our rows were older. */
  atBank: z.array(z.string()),
  /** Batches that the bank has and the records knew nothing of. */
  lostBatches: z.array(z.string()),
  lost: z.array(lost),
  findings: z.array(finding),
  /** What was signed for although it was open. */
  accepted: z.array(finding).optional(),
});
export type RestoreReport = z.infer<typeof reportSchema>;

export const emptyReport = (): RestoreReport => ({
  ...{ refilled: [], begunAnew: [], atBank: [], lostBatches: [], lost: [], findings: [] },
});

/** A finding as the operator reads it. */
export function findingText({ kind, subject, detail }: Finding): string {
  const [zh, en] = FINDINGS[kind];
  return `${[subject, detail].filter(Boolean).join(' ')}  ${zh} / ${en}`;
}
