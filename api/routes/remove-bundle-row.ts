import { lockBundle } from '../../prisma/bundles.js';
import type { Tx } from '../../prisma/client.js';
import { withdrawFromBundle } from '../acting/withdraw-from-bundle.js';
import type { Handler } from '../handler.js';
import { found, Refused } from '../problem.js';
import { ownBundle } from '../queries/bundles.js';

/** The other households keep their numbers. Of a bundle that was handed in it stays on record, as withdrawn. */
export const removeBundleRow: Handler<'removeBundleRow'> = async ({ who, params: { no, position }, actId }, deps) => {
  const { db } = deps;
  await ownBundle(db, who, no);
  const where = { bundleNo_position: { bundleNo: no, position } };
  const { applicationId } = found(await db.bundleRow.findUnique({ where }));
  const isDraft = await db.$transaction(async (tx) => await removeDraft(tx, no, applicationId));
  if (!isDraft && !(await withdrawFromBundle(deps, { who, applicationId, actId }))) throw new Refused('BUNDLE_MOVED');
  return { status: 204, body: undefined };
};

/** With its draft, while the bundle is being drawn up. */
async function removeDraft(tx: Tx, no: string, applicationId: string): Promise<boolean> {
  const { state } = await lockBundle(tx, no);
  if (state !== 'drafting') return false;
  await tx.bundleRow.delete({ where: { applicationId } });
  await tx.paper.deleteMany({ where: { applicationId } });
  await tx.applicationDraft.delete({ where: { id: applicationId } });
  return true;
}
