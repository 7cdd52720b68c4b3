import type { Outcome } from '../../../domain/schemas/outcome.js';
import { sha256 } from '../../../platform/digest.js';
import { dueForArchive } from '../../../prisma/archive-due.js';
import { submit } from '../../activities/support/submission.js';
import type { ApiAlone } from './api.js';
import { orderedCase } from './ordered-case.js';

export const COMPLETED: Outcome = { kind: 'completed', amountFen: 70_000 };
export const REFUSED: Outcome = { kind: 'refused', stage: 'initialCheck' };

/** A case that was closed on a day, sealed, and is to be filed. */
export async function closedCase(
  api: ApiAlone,
  householdId: string,
  closedOn: string,
  outcome: Outcome,
): Promise<string> {
  const isPaid = outcome.kind === 'completed';
  const caseNo = isPaid
    ? await orderedCase(api, { householdId, state: 'credited' })
    : await submit(api.db, { householdId, programmeCode: 'beekeeping' });
  const { applicationId } = await api.db.case.update({
    where: { caseNo },
    data: { running: false, closedAt: new Date(`${closedOn}T04:00:00Z`), outcome: { ...outcome } },
  });
  const paper = { kind: 'landProof', contentType: 'image/jpeg', bytes: 1, uploadedBy: `household:${householdId}` };
  await api.db.paper.create({ data: { ...paper, applicationId, sha256: sha256(caseNo) } });
  await sealedAs(api, caseNo, caseNo);
  return caseNo;
}

/** Another workflow of a case is sealed. */
export async function sealedAs({ db }: ApiAlone, caseNo: string, workflowId: string): Promise<void> {
  const content = Buffer.from(workflowId);
  const row = { sha256: sha256(content), workflowId, workflowType: 'directProject', caseNo };
  await db.seal.create({ data: { ...row, bytes: content.length, content } });
  await dueForArchive(db, caseNo);
}
