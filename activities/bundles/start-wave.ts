import { inParallel } from '../../platform/in-parallel.js';
import { policyVersion } from '../../prisma/rules-in-force.js';
import type { Tx } from '../../prisma/client.js';
import { alive } from '../batches/alive.js';
import { termEndIn } from '../record/deadline.js';
import { startCase } from '../start-case.js';
import type { World } from '../world.js';

const AT_ONCE = 5;

/**
 * Starts the next cases of a bundle, at most so many; answers how many are left. A case that was started and not noted,
 * since its worker died, is found by its number and is not started twice. With the last one the time begins for which
 * those that are approved wait for the others.
 */
export async function startWave(world: World, bundleNo: string, atMost: number): Promise<number> {
  const { db } = world;
  const unstarted = { bundleNo, startedAt: null };
  const cases = await db.case.findMany({ where: unstarted, orderBy: { caseNo: 'asc' }, take: atMost });
  const [failure] = await alive(() => inParallel(cases, AT_ONCE, (row) => startCase(world, row)));
  if (failure) throw failure;
  const left = await db.case.count({ where: unstarted });
  if (left === 0) await db.$transaction((tx) => allStarted(tx, bundleNo));
  return left;
}

async function allStarted(tx: Tx, bundleNo: string): Promise<void> {
  const { state, countyCode, policyDigest } = await tx.bundle.findUniqueOrThrow({ where: { no: bundleNo } });
  if (state !== 'starting') return;
  const { terms } = await policyVersion(tx, policyDigest!);
  const gatherBy = await termEndIn(tx, countyCode, Date.now(), terms.noticeGathering);
  await tx.bundle.update({ where: { no: bundleNo }, data: { state: 'running', gatherBy } });
}
