import { BUNDLE_STATES, type BundleState } from '../../domain/rules/bundle-states.js';
import type { Act } from '../../domain/schemas/act.js';
import { lockBundle } from '../../prisma/bundles.js';
import type { Tx } from '../../prisma/client.js';
import type { World } from '../world.js';

/**
 * Writes what was decided about a bundle, once an act: endorsed, it comes to the next level; returned, to whoever filed
 * it; checked, its cases are started, each with what was decided about it.
 */
export async function recordBundleAct({ db }: World, bundleNo: string, act: Act): Promise<void> {
  await db.$transaction(async (tx) => {
    const bundle = await lockBundle(tx, bundleNo);
    const actId = act.subject!;
    if (await tx.bundleAct.findUnique({ where: { actId } })) return;
    const seq = 1 + (await tx.bundleAct.count({ where: { bundleNo } }));
    await tx.bundleAct.create({ data: { bundleNo, seq, actId, body: act } });
    if (act.stage === 'initialCheck') await strikeOut(tx, bundleNo, actId);
    const isReturned = act.verdict === 'return';
    await tx.bundle.update({
      where: { no: bundleNo },
      data: {
        ...{ state: isReturned ? 'drafting' : after(bundle.state), ...(isReturned && { submittedAt: null }) },
        ...{ awaitedSince: new Date(), overdueAt: null },
      },
    });
  });
}

const after = (state: BundleState): BundleState => BUNDLE_STATES[BUNDLE_STATES.indexOf(state) + 1]!;

/** Whom the county strikes out has that on its row; its case begins with it. */
async function strikeOut(tx: Tx, bundleNo: string, actId: string): Promise<void> {
  const strikes = await tx.bundleStrike.findMany({ where: { actId, position: { gt: 0 } } });
  const positions = strikes.map(({ position }) => position);
  await tx.bundleRow.updateMany({
    where: { bundleNo, position: { in: positions }, state: 'filed' },
    data: { state: 'struckOut' },
  });
}
