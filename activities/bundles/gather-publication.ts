import { lockBundle } from '../../prisma/bundles.js';
import type { Tx } from '../../prisma/client.js';
import type { BundleModel as Bundle } from '../../prisma/generated/models.js';
import { policyVersion } from '../../prisma/rules-in-force.js';
import { notYet } from '../batches/not-yet.js';
import type { Gathered } from '../contract.js';
import { termEndIn } from '../record/deadline.js';
import type { World } from '../world.js';
import { publishTogether } from './publish-together.js';

/** A transaction over all households of a bundle. */
const LONG = { timeout: 60_000 };
/** Refused for now: an overturned refusal goes on, and into a later publication; the others do not wait for it. */
const ASIDE = ['refused', 'internalReview'] as const;

/**
 * 集中公示: publishes the approved cases of a bundle together, when every case is approved or has fallen out, or when the
 * time is over for which they wait for the others. Killed after it, it finds what it published.
 *
 * @throws ApplicationFailure BUNDLE_GATHERING, to be asked again
 */
export async function gatherPublication({ db, keyring }: World, bundleNo: string): Promise<Gathered> {
  return await db.$transaction(async (tx) => {
    const bundle = await lockBundle(tx, bundleNo);
    const left = { bundleNo, running: true, publications: { none: {} } };
    const untold = await tx.publication.findFirst({ where: { bundleNo, entries: { some: { toldAt: null } } } });
    if (untold) return { publicationNo: untold.no, left: await tx.case.count({ where: left }) };

    const approved = await tx.case.count({ where: { ...left, stage: 'noticeAwaited' } });
    const others = await tx.case.count({ where: { ...left, stage: { notIn: ['noticeAwaited', ...ASIDE] } } });
    const isOver = others === 0 || bundle.gatherBy! <= (await databaseNow(tx));
    if (approved > 0 && isOver) {
      const publicationNo = await publishTogether(tx, keyring, bundle);
      await waitAnew(tx, bundle);
      return { publicationNo, left: await tx.case.count({ where: left }) };
    }
    if ((await tx.case.count({ where: left })) > 0) throw notYet('BUNDLE_GATHERING', 'Its cases are on their way.');
    await tx.bundle.update({ where: { no: bundleNo }, data: { state: 'ended', endedAt: new Date() } });
    return { left: 0 };
  }, LONG);
}

/** Those that are late have as long again. */
async function waitAnew(tx: Tx, { no, countyCode, policyDigest }: Bundle): Promise<void> {
  const { terms } = await policyVersion(tx, policyDigest!);
  const gatherBy = await termEndIn(tx, countyCode, Date.now(), terms.noticeGathering);
  await tx.bundle.update({ where: { no }, data: { gatherBy } });
}

async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<[{ now: Date }]>`SELECT clock_timestamp() AS now`;
  return row.now;
}
