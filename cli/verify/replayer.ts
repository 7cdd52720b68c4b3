import { setTimeout } from 'node:timers/promises';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { type InjectedSinks, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { Transition } from '../../domain/schemas/transition.js';
import { sha256 } from '../../platform/digest.js';
import type { Replayed } from '../../proof/checks/replays.js';
import { readHistoryText } from '../../proof/sealed-history.js';
import type { TransitionSinks } from '../../workflows/world.js';
import { withoutReplay } from './without-replay.js';

/** One run of a workflow that is to be replayed. */
export interface ToReplay {
  readonly workflowId: string;
  readonly runId: string;
  /** Opened, as JSON. */
  readonly events: readonly string[];
  /** SHA-256 of what is replayed: a replay that went well is known by it. */
  readonly digest: string;
}

/** The runs in an opened history. */
export const runsToReplay = (opened: string): ToReplay[] => {
  const { workflowId, runs } = readHistoryText(opened);
  return runs.map(({ runId, events }) => ({ workflowId, runId, events, digest: sha256(events.join('\n')) }));
};

/**
 * What the workflow code comes to with each run; by its digest. The engine's replay may wait for ever for what an altered
 * history lacks: such a run fails after `mostMs` without an answer, and leaves its replay behind in this process.
 */
export async function replayAll(
  workflowBundle: WorkflowBundleOption,
  wanted: readonly ToReplay[],
  mostMs = MOST_MS,
): Promise<Map<string, Replayed>> {
  const done = new Map<string, Replayed>();
  for (const { digest, events } of wanted) {
    const known = withoutReplay(events);
    if (known) done.set(digest, known);
  }
  // Two runs of one workflow bear one ID: one after the other.
  for (let left = wanted.filter(({ digest }) => !done.has(digest)); left.length > 0;) {
    const round = new Map(left.toReversed().map((run) => [run.workflowId, run]));
    for (const [workflowId, replayed] of await replayRound(workflowBundle, round, mostMs)) {
      done.set(round.get(workflowId)!.digest, replayed);
    }
    left = left.filter(({ digest }) => !done.has(digest));
  }
  return done;
}

const MOST_MS = 120_000;

async function replayRound(
  workflowBundle: WorkflowBundleOption,
  round: ReadonlyMap<string, ToReplay>,
  mostMs: number,
): Promise<Map<string, Replayed>> {
  const noted = new Map<string, Transition[]>();
  const sinks: InjectedSinks<TransitionSinks> = {
    transitions: {
      noted: {
        fn: ({ workflowId }, step) => {
          const steps = noted.get(workflowId);
          if (steps) steps.push(step);
          else noted.set(workflowId, [step]);
        },
        callDuringReplay: true,
      },
    },
  };
  const histories = function* () {
    for (const { workflowId, events } of round.values()) {
      yield { workflowId, history: historyFromJSON({ events: events.map((event) => JSON.parse(event)) }) };
    }
  };
  const replayed = new Map<string, Replayed>();
  const answers = Worker.runReplayHistories({ workflowBundle, sinks }, histories());
  for (;;) {
    const answer = await nextOf(answers, mostMs);
    if (answer === undefined) {
      const stuck = [...round.keys()].find((workflowId) => !replayed.has(workflowId))!;
      return replayed.set(stuck, { steps: [], error: `Its replay has not answered for ${mostMs / 1000} s` });
    }
    if (answer.done) return replayed;
    const { workflowId, error } = answer.value;
    const steps = noted.get(workflowId) ?? [];
    replayed.set(workflowId, { steps, ...(error && { error: error.message.split('\n')[0]! }) });
  }
}

/** The next answer; undefined where none has come in time. */
async function nextOf<Answer>(
  answers: AsyncIterator<Answer>,
  mostMs: number,
): Promise<IteratorResult<Answer> | undefined> {
  const waiting = new AbortController();
  const late = setTimeout(mostMs, undefined, { signal: waiting.signal }).catch(() => undefined);
  const answer = await Promise.race([answers.next(), late]);
  waiting.abort();
  return answer;
}
