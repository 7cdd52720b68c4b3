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

/** What the workflow code comes to with each run; by its digest. */
export async function replayAll(
  workflowBundle: WorkflowBundleOption,
  wanted: readonly ToReplay[],
): Promise<Map<string, Replayed>> {
  const done = new Map<string, Replayed>();
  for (const { digest, events } of wanted) {
    const known = withoutReplay(events);
    if (known) done.set(digest, known);
  }
  // Two runs of one workflow bear one ID: one after the other.
  for (let left = wanted.filter(({ digest }) => !done.has(digest)); left.length > 0;) {
    const round = new Map(left.toReversed().map((run) => [run.workflowId, run]));
    left = left.filter((run) => round.get(run.workflowId) !== run);
    for (const [workflowId, replayed] of await replayRound(workflowBundle, round)) {
      done.set(round.get(workflowId)!.digest, replayed);
    }
  }
  return done;
}

async function replayRound(
  workflowBundle: WorkflowBundleOption,
  round: ReadonlyMap<string, ToReplay>,
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
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle, sinks }, histories())) {
    const steps = noted.get(workflowId) ?? [];
    replayed.set(workflowId, { steps, ...(error && { error: error.message.split('\n')[0]! }) });
  }
  return replayed;
}
