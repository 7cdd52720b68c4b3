import { lockBundle } from '../../prisma/bundles.js';
import type { Handler } from '../handler.js';
import { found, Refused } from '../problem.js';
import { ownBundle } from '../queries/bundles.js';

/** With its draft; the other households keep their numbers. */
export const removeBundleRow: Handler<'removeBundleRow'> = async ({ who, params: { no, position } }, { db }) => {
  await ownBundle(db, who, no);
  await db.$transaction(async (tx) => {
    const { state } = await lockBundle(tx, no);
    if (state !== 'drafting') throw new Refused('BUNDLE_MOVED');
    const where = { bundleNo_position: { bundleNo: no, position } };
    const { applicationId } = found(await tx.bundleRow.findUnique({ where }));
    await tx.bundleRow.delete({ where });
    await tx.paper.deleteMany({ where: { applicationId } });
    await tx.applicationDraft.delete({ where: { id: applicationId } });
  });
  return { status: 204, body: undefined };
};
