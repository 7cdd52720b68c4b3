import { once } from 'node:events';
import type { CaseView } from '../../domain/schemas/case-view.js';
import { ApiProblem } from './api-problem.js';
import { CaseWalk } from './case-walk.js';
import { difference } from './ending.js';
import type { Newcomer } from './newcomers.js';
import type { Script } from './script.js';
import { type StageTime, stageTimes } from './stage-times.js';
import type { Town } from './town.js';

/** What became of a household's way. */
export interface Walked {
  readonly newcomer: Newcomer;
  readonly caseNo: string | undefined;
  /** What was otherwise than the script says; undefined when nothing was. */
  readonly unexpected: string | undefined;
  /** Where the case was last seen, and how it ended. */
  readonly seen: CaseWalk['seen'];
  readonly seconds: number;
  readonly stages: readonly StageTime[];
}

/** The longest way takes a good minute where there is little else to do. */
const MOST_MS = 300_000;

/** Goes a household's whole way: its script, then to the end. Never throws, and always ends. */
export async function walk(newcomer: Newcomer, town: Town): Promise<Walked> {
  const began = performance.now();
  const signal = AbortSignal.timeout(MOST_MS);
  const way = new CaseWalk(newcomer, town, signal);
  const unexpected = await fault(way, newcomer.script);
  const stages = await stageTimes(way).catch(() => []);
  const seconds = (performance.now() - began) / 1000;
  return { newcomer, caseNo: way.caseNo, unexpected, seen: way.seen, seconds, stages };
}

async function fault(way: CaseWalk, script: Script): Promise<string | undefined> {
  try {
    return difference(script.ends, await Promise.race([toTheEnd(way, script), timeOver(way.signal)]));
  } catch (error) {
    await way.look().catch(() => undefined);
    return `${whereIs(way)}${textOf(error, way.signal)}`;
  }
}

async function toTheEnd(way: CaseWalk, script: Script): Promise<CaseView> {
  for (const step of script.way.flat()) await step(way);
  const isReviewed = ({ review }: CaseView) => script.ends.finding === undefined || review?.finding != null;
  return await way.until((view) => !view.running && isReviewed(view));
}

/** Officials and helpers work for many: what they are at does not end with one case's time. */
async function timeOver(signal: AbortSignal): Promise<never> {
  await once(signal, 'abort');
  throw signal.reason;
}

const whereIs = ({ seen }: CaseWalk): string => (seen ? `[${seen.stage.code}] ` : '');

function textOf(error: unknown, { aborted }: AbortSignal): string {
  if (aborted && !(error instanceof ApiProblem)) return '时间到了还没有到下一步 / time was over before the next step';
  return error instanceof Error ? error.message : String(error);
}
