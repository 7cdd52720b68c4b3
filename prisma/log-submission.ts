import canonicalize from 'canonicalize';
import { sha256 } from '../platform/digest.js';
import type { Tx } from './client.js';
import type { CaseModel } from './generated/models.js';
import { log } from './log-entries.js';

/** From the moment it is acknowledged a case can't vanish, nor what it asked for and the papers it came with change. */
export async function logSubmission(tx: Tx, row: CaseModel): Promise<void> {
  const { caseNo, applicationId, payeeId, programmeDigest, policyDigest, quantity, amountFen, input } = row;
  const whose = { householdId: row.householdId ?? '', ...(payeeId !== null && { payeeId }) };
  const papers = await tx.paper.findMany({ where: { applicationId }, orderBy: { id: 'asc' } });
  await log(tx, {
    ...{ kind: 'submitted', caseNo, ...whose, programmeDigest, policyDigest, quantity },
    ...{ amountFen: Number(amountFen), inputSha256: sha256(canonicalize(input)!) },
    papers: papers.map(({ kind, sha256: digest }) => ({ kind, sha256: digest })),
  });
}
