import { beforeAll, describe, expect, test } from '@jest/globals';
import { readHistory } from '../../cli/restore/history.js';
import { type Anew, tryAnew } from '../../cli/restore/try-anew.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { coverOf } from '../replay/support/cover.js';
import { readRecording, type RecordingName, recordingNames } from '../replay/support/recordings.js';
import { workflowBundle } from '../support/servers.js';
import { codec } from '../workflows/support/hall.js';
import { deadlinesIn } from './support/deadlines.js';

interface Cut extends Anew {
  readonly steps: readonly Transition[];
}

/** A recorded case as it would be begun anew, wherever its records may end: between any two of its writings. */
async function* cutsOf(name: RecordingName): AsyncGenerator<Cut> {
  const { workflowId, transitions, history } = readRecording(name);
  const { input, written } = await readHistory(codec, history);
  const type = history.events![0]!.workflowExecutionStartedEventAttributes!.workflowType!.name!;
  const began = Number(history.events![0]!.eventTime!.seconds) * 1000;
  const beganAt = began + Math.round((history.events![0]!.eventTime!.nanos ?? 0) / 1e6);
  for (const k of [0, ...written.map((together) => together.transitions.at(-1)!.seq)]) {
    const steps = transitions.filter(({ seq }) => seq <= k);
    const recorded = { beganAt, steps, dueAt: deadlinesIn(written), recused: [] };
    yield { type, workflowId: `${workflowId}#${k}`, input: { ...(input as object), recorded }, steps };
  }
}

const recorded = recordingNames()
  .map((name) => ({ name, ...readRecording(name) }))
  .filter(({ transitions }) => transitions.length > 0);
/** As few as go through every passage that is recorded. */
const cases = coverOf(recorded).map(({ name }) => name);

interface CutOf extends Cut {
  readonly name: RecordingName;
}

async function* allCuts(): AsyncGenerator<CutOf> {
  for (const name of cases) {
    const { version, scenario } = name;
    for await (const cut of cutsOf(name)) {
      yield { ...cut, name, workflowId: `${version}/${scenario}/${cut.workflowId}` };
    }
  }
}

/** Where the records of a case may end so that it does not go its way again, by its name. */
const lost = new Map<RecordingName, number[]>();
beforeAll(async () => {
  for await (const { anew, goes } of tryAnew(workflowBundle(), codec, allCuts())) {
    const { name, steps } = anew;
    lost.set(name, [...(lost.get(name) ?? []), ...(goes ? [] : [steps.length])]);
  }
}, 300_000);

describe('A case that is begun anew from its records', () => {
  test.each(cases)('goes its way again, wherever the records end: $version $scenario', (name) => {
    expect(lost.get(name)).toEqual([]);
  });

  test('does not go another way than is recorded: it is told so', async () => {
    const { name } = recorded.find(({ name: { scenario } }) => scenario === 'completed-after-amendment')!;
    const falsified = async function* () {
      for await (const cut of cutsOf(name)) {
        const steps = cut.steps.map((step) => (step.kind === 'amountSet' ? { ...step, amountFen: 1 } : step));
        yield { ...cut, input: { ...cut.input, recorded: { ...cut.input.recorded, steps } } };
      }
    };
    const answers: boolean[] = [];
    for await (const { anew, goes } of tryAnew(workflowBundle(), codec, falsified())) {
      expect(goes).toBe(!anew.input.recorded.steps.some(({ kind }) => kind === 'amountSet'));
      answers.push(goes);
    }
    expect(new Set(answers)).toEqual(new Set([true, false]));
  });
});
