import type { Chance } from '../../prisma/seed/random.js';
import type { Keeper } from '../start/keeper.js';
import { isAlive, kill } from '../start/processes.js';
import { pause } from '../rehearsal/patience.js';

/** Between two kills: from a moment, in which the last victim is not back yet, to a while of work. */
const LEAST_MS = 100;
const MOST_MS = 2500;

/** How often each part was killed. */
export type Kills = Readonly<Record<string, number>>;

interface Storm {
  readonly keeper: Keeper;
  readonly chance: Chance;
  readonly kills: number;
  /** Told of each kill: which part, how many so far. */
  readonly onKill: (part: string, count: number) => void;
  readonly signal: AbortSignal;
}

/** Kills parts of a running copy with SIGKILL, at times and in an order that the seed decides. */
export async function storm({ keeper, chance, kills, onKill, signal }: Storm): Promise<Kills> {
  const killed: Record<string, number> = {};
  for (let count = 1; count <= kills;) {
    await pause(chance.between(LEAST_MS, MOST_MS), signal);
    const { part, process } = chance.pick(keeper.running);
    if (!isAlive(process)) continue;
    kill(process);
    killed[part.en] = (killed[part.en] ?? 0) + 1;
    onKill(part.en, count);
    count += 1;
  }
  return killed;
}
