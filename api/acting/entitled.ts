import type { ErrorCode } from '../../domain/errors.js';
import { decisionsOf, mayAct, type PastDecision } from '../../domain/rules/separation-of-duty.js';
import { stageRule } from '../../domain/rules/stages.js';
import { Act } from '../../domain/schemas/act.js';
import type { Application, Strand } from '../../domain/schemas/application.js';
import type { Proposal } from '../../domain/schemas/decision.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { relatedOfficials } from '../../prisma/kin.js';
import { Refused } from '../problem.js';

/** What only the second signature brings. */
const NOT_YET = ['SECOND_SIGNATURE_MISSING', 'SAME_OFFICE'];

/**
 * Whether the first of two may sign, by the records: whoever may not must not hold up the task with his proposal. The
 * case itself judges both when the second has signed.
 *
 * @throws Refused OUT_OF_AREA, KIN, OWN_DECISION, OWN_OFFICE, VERDICT_NOT_POSSIBLE
 */
export async function mustBeEntitled(tx: Tx, row: CaseModel, strand: Strand, act: Proposal): Promise<void> {
  const code = await disentitlement(tx, row, strand, act);
  if (code) throw new Refused(code);
}

/** Why this official may not act here, by the records. */
export async function disentitlement(
  tx: Tx,
  row: CaseModel,
  strand: Strand,
  act: Proposal,
): Promise<ErrorCode | undefined> {
  const { caseNo, householdId, areaCode } = row;
  const { decisions = [] } = row.input as unknown as Application;
  const view = {
    ...{ stage: act.stage, awaiting: true, householdId: householdId ?? '', areaCode },
    ...(act.subject !== undefined && { subject: act.subject }),
    recused: await relatedOfficials(tx, householdId),
    decisions: [...decisions, ...(await decisionsIn(tx, caseNo, strand))],
  };
  const code = mayAct(view, act);
  return code && !NOT_YET.includes(code) ? code : undefined;
}

async function decisionsIn(tx: Tx, caseNo: string, strand: Strand): Promise<PastDecision[]> {
  // Who decided in the case does not review it; a case that was opened again goes on with all that was decided.
  const strands = [...new Set<Strand>(['case', strand])];
  const events = await tx.caseEvent.findMany({
    where: { caseNo, strand: { in: strands }, kind: 'acted' },
    orderBy: [{ strand: 'asc' }, { seq: 'asc' }],
  });
  const acts = events.map(({ body }) => Act.parse((body as { act: unknown }).act));
  const decisions: PastDecision[] = [];
  let refusedAt: Act['stage'] | undefined;
  for (const act of acts) {
    if (act.verdict === 'refuse') refusedAt = act.stage;
    if (act.verdict === 'overturn') {
      for (const [at, past] of decisions.entries())
        if (past.stage === refusedAt) decisions[at] = { ...past, overturned: true };
    }
    if (stageRule(act.stage).decides) decisions.push(...decisionsOf(act));
  }
  return decisions;
}
