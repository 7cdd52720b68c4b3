import type { LeafOf } from '../domain/schemas/leaf.js';
import type { Tx } from './client.js';
import type { AuditFindingActModel, AuditFindingModel } from './generated/models.js';
import { log } from './log-entries.js';

type Finding = Pick<AuditFindingModel, 'id' | 'caseNo' | 'officeId' | 'dueOn'>;

/** 审计问题: what is logged of an act on a finding; `wordsSha256`: the salted digest of its words. */
export const findingLeaf = (
  { id: findingId, caseNo, officeId, dueOn }: Finding,
  { id: actId, kind: act, byId, wordsId, at }: AuditFindingActModel,
  wordsSha256: string,
): LeafOf<'finding'> => ({
  ...{ kind: 'finding', caseNo, findingId, officeId, dueOn, actId, act, byId, wordsId, wordsSha256 },
  at: at.toISOString(),
});

/** What was said about a finding can't change any more. */
export async function logFindingAct(tx: Tx, act: AuditFindingActModel, wordsSha256: string): Promise<void> {
  const finding = await tx.auditFinding.findUniqueOrThrow({ where: { id: act.findingId } });
  await log(tx, findingLeaf(finding, act, wordsSha256));
}
