import { availableParallelism } from 'node:os';
import { inParallel } from '../../platform/in-parallel.js';
import { sizesOf } from './histories.js';
import { mixOf } from './mix.js';
import { type Newcomer, newcomers } from './newcomers.js';
import { assertCanRehearse } from './readiness.js';
import { registerNewcomers } from './register-newcomers.js';
import { type Report, reportOf } from './report.js';
import { SCRIPTS } from './scripts.js';
import { Town } from './town.js';
import { walk, type Walked } from './walk.js';

export interface Rehearsal {
  readonly households: number;
  /** Of the running system. */
  readonly url: string;
  /** Decides who follows which script. */
  readonly seed: string;
  /** Told whenever a case has come to its end. */
  readonly onEnded: (ended: number) => void;
}

/** Cases on their way at the same time: most of them wait for a term to pass. */
const AT_ONCE = 6 * availableParallelism();

/**
 * Households of a rehearsal county go the whole way, through the public API of a running system.
 *
 * @throws OperatorError if nothing can be rehearsed there
 */
export async function rehearse({ households, url, seed, onEnded }: Rehearsal): Promise<Report> {
  const began = new Date();
  const town = new Town(url);
  await assertCanRehearse(town, url);
  const cast = newcomers(mixOf(SCRIPTS, households, seed), began.getTime().toString(36));
  await registerNewcomers(town, cast);
  const walked = await allOf(cast, (newcomer) => walk(newcomer, town), onEnded);
  const sizes = await sizesOf(
    url,
    walked.flatMap(({ caseNo }) => caseNo ?? []),
  );
  return reportOf({ seed, began, ended: new Date(), walked, sizes });
}

/** Some at a time, in their order. */
async function allOf(
  cast: readonly Newcomer[],
  go: (newcomer: Newcomer) => Promise<Walked>,
  onEnded: (ended: number) => void,
): Promise<Walked[]> {
  const walked: Walked[] = [];
  await inParallel(cast, AT_ONCE, async (newcomer) => {
    walked.push(await go(newcomer));
    onEnded(walked.length);
  });
  return walked.toSorted((one, two) => one.newcomer.number - two.newcomer.number);
}
