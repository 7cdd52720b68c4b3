import { decisionsOf, type PastDecision } from '../../domain/rules/separation-of-duty.js';
import { stageRule } from '../../domain/rules/stages.js';
import { Act } from '../../domain/schemas/act.js';
import { type Application, MAIN_LINES } from '../../domain/schemas/application.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel as Case } from '../../prisma/generated/models.js';
import { relatedOfficials } from '../../prisma/kin.js';

/** Whom a case is about, who decided in it and who is related: what a further workflow about it begins with. */
export async function dossierOf(tx: Tx, { caseNo, householdId, helperId, areaCode, input }: Case) {
  const { decisions = [] } = input as unknown as Application;
  return {
    ...{ caseNo, householdId: householdId ?? '', areaCode },
    ...(helperId !== null && { helperId }),
    decisions: [...decisions, ...(await decisionsIn(tx, caseNo))],
    recused: await relatedOfficials(tx, householdId),
  };
}

/** Who decided in a case, when it was opened again too; not who reviewed it. */
async function decisionsIn(tx: Tx, caseNo: string): Promise<PastDecision[]> {
  const acted = await tx.caseEvent.findMany({
    where: { caseNo, strand: { in: [...MAIN_LINES] }, kind: 'acted' },
    orderBy: [{ strand: 'asc' }, { seq: 'asc' }],
  });
  return acted
    .map(({ body }) => Act.parse((body as { act: unknown }).act))
    .filter(({ stage }) => stageRule(stage).decides)
    .flatMap(decisionsOf);
}
