import type { ConsentState } from '../../domain/schemas/application-draft.js';
import { isByHelper } from '../../prisma/applicant.js';
import type { Tx } from '../../prisma/client.js';

interface Filed {
  readonly applicationId: string;
  readonly helperId: string | null;
  readonly payeeId: string | null;
  readonly caseNo: string | null;
}

/** How it stands with the consent to what helpers filed; null where a household filed itself, or a collective. */
export async function consentsTo(tx: Tx, filed: readonly Filed[]): Promise<(of: Filed) => ConsentState | null> {
  const byHelpers = filed.filter(isByHelper);
  const ids = byHelpers.map(({ applicationId }) => applicationId);
  const caseNos = byHelpers.flatMap(({ caseNo }) => caseNo ?? []);
  const papers = await tx.paper.findMany({
    where: { applicationId: { in: ids }, kind: 'consent' },
    select: { applicationId: true },
  });
  const settled = await tx.task.findMany({
    where: { caseNo: { in: caseNos }, stage: 'consentConfirmation', closedById: { not: null } },
    select: { caseNo: true },
  });
  const given = new Set(papers.map(({ applicationId }) => applicationId));
  const confirmed = new Set(settled.map(({ caseNo }) => caseNo));
  return ({ applicationId, caseNo, ...owner }) => {
    if (!isByHelper(owner)) return null;
    if (caseNo !== null && confirmed.has(caseNo)) return 'confirmed';
    return given.has(applicationId) ? 'given' : 'missing';
  };
}
