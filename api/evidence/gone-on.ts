import type { Tx } from '../../prisma/client.js';
import type { CaseEvidence } from '../../proof/evidence.js';

/**
 * Cases that went on while they were looked at: they have more than was read before their histories, which know of it;
 * or their number of decision is there and its step is still to be recorded.
 */
export async function goneOn(tx: Tx, evidence: readonly CaseEvidence[]): Promise<string[]> {
  const where = { caseNo: { in: evidence.map(({ caseNo }) => caseNo) } };
  const by = ['caseNo'] as ['caseNo'];
  const households = evidence.flatMap(({ row }) => row?.householdId ?? []);
  const [steps, signatures, payments, objections, changes] = await Promise.all([
    tx.caseEvent.groupBy({ by, where, _count: true }),
    tx.actSignature.groupBy({ by, where, _count: true }),
    tx.payment.groupBy({ by, where, _count: true }),
    tx.objection.groupBy({ by, where, _count: true }),
    tx.householdChange.groupBy({ by: ['householdId'], where: { householdId: { in: households } }, _count: true }),
  ]);
  const countIn = (rows: readonly { caseNo: string; _count: number }[], caseNo: string): number =>
    rows.find((row) => row.caseNo === caseNo)?._count ?? 0;
  const changesIn = ({ row }: CaseEvidence): number =>
    changes.find(({ householdId }) => householdId === row?.householdId)?._count ?? 0;
  return evidence
    .filter(
      (one) =>
        countIn(steps, one.caseNo) !== one.steps.length ||
        countIn(signatures, one.caseNo) !== one.signatures.length ||
        countIn(payments, one.caseNo) !== one.payments.length ||
        countIn(objections, one.caseNo) + changesIn(one) !== one.received.length ||
        isAhead(one),
    )
    .map(({ caseNo }) => caseNo);
}

const isAhead = ({ row, steps }: CaseEvidence): boolean =>
  row !== null &&
  row.running &&
  row.decisionNo !== null &&
  !steps.some(({ body }) => (body as { decisionNo?: string }).decisionNo === row.decisionNo);
