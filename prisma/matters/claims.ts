import type { Tx } from '../client.js';
import type { CaseModel } from '../generated/models.js';
import type { FoundMatter } from './matter.js';

/** 追缴 that one official has proposed. */
export async function waitingClaims(tx: Tx, areaCode: string): Promise<FoundMatter[]> {
  const claims = await tx.recovery.findMany({
    where: { state: 'proposed', case: { areaCode: { startsWith: areaCode } } },
    include: { case: true },
  });
  return claims.map(({ amountFen, openedAt, openedById, case: row }) => ({
    ...{ kind: 'recovery', stage: 'recoverySignature', openedAt, firstId: openedById },
    ...about(row, amountFen),
  }));
}

/** 抵扣 that one official has ordered. */
export async function waitingSetOffs(tx: Tx, areaCode: string): Promise<FoundMatter[]> {
  const orders = await tx.setOffOrder.findMany({
    where: { state: 'proposed', recovery: { case: { areaCode: { startsWith: areaCode } } } },
    include: { recovery: { include: { case: true } } },
  });
  return orders.map(({ orderedAt, orderedById, recovery: { amountFen, case: row } }) => ({
    ...{ kind: 'setOff', stage: 'setOffSignature', openedAt: orderedAt, firstId: orderedById },
    ...about(row, amountFen),
  }));
}

const about = ({ caseNo, areaCode, programmeCode, policyDigest }: CaseModel, amountFen: bigint) => ({
  ...{ no: caseNo, caseNo, areaCode, programmeCode, policyDigest },
  ...{ households: 1, amountFen: Number(amountFen), notBefore: null },
});
