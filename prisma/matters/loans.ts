import type { Tx } from '../client.js';
import type { FoundMatter } from './matter.js';

/** 贷款变更 that one official has proposed. */
export async function waitingLoans(tx: Tx, areaCode: string): Promise<FoundMatter[]> {
  const proposals = await tx.loanProposal.findMany({
    where: { entitlement: { areaCode: { startsWith: areaCode } } },
    include: { entitlement: { include: { grant: { select: { policyDigest: true } } } } },
  });
  return proposals.map(({ entitlementNo: no, at, byId, entitlement: { programmeCode, grant, ...entitlement } }) => ({
    ...{ kind: 'loan', stage: 'loanSignature', no, caseNo: no, openedAt: at, firstId: byId, notBefore: null },
    ...{ areaCode: entitlement.areaCode, programmeCode, policyDigest: grant.policyDigest },
    ...{ households: 1, amountFen: null },
  }));
}
