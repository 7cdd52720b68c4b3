import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readHistory } from '../../cli/restore/history.js';
import type { Application } from '../../domain/schemas/application.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { SCENARIOS } from '../replay/support/scenarios.js';
import { codec, Hall } from '../workflows/support/hall.js';
import type { RunningCase } from '../workflows/support/running-case.js';
import { deadlinesIn } from './support/deadlines.js';

/** Ways on which nothing lapses: a case begun anew may be years older than its records. */
const WAYS = [
  'completed-after-dismissed-objection',
  'completed-after-looked-at-change',
  'completed-after-returned-payment',
] as const;

/** What happened, at whatever time. */
const story = (steps: readonly Transition[]): unknown =>
  JSON.parse(
    JSON.stringify(steps, (key, value: unknown) => (['at', 'from', 'dueAt'].includes(key) ? undefined : value)),
  );

/** Does again what had come to the case from outside. */
async function happensAgain(filed: RunningCase, step: Transition): Promise<void> {
  if (step.kind === 'acted') {
    if (step.act.verdict === 'takenDown') await filed.sleepUntilDue();
    expect(await filed.answerTo(step.act)).toBe('accepted');
  }
  if (step.kind === 'objected') await filed.object(step.objectionId);
  if (step.kind === 'changeReported') await filed.handle.signal('householdChanged', step.changeId);
  if (step.kind === 'paymentSettled') {
    const { reference, result, reasonCode } = step;
    await filed.isTold({ result, ...(reasonCode !== undefined && { reasonCode }) }, reference);
  }
  await filed.until(() => filed.world.steps.length >= step.seq);
}

describe('A case that was begun anew', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await Hall.open();
  });
  afterAll(async () => await hall?.close());

  test.each(WAYS)(
    'stands where its records end, refuses what was done before, and goes on to the same end: %s',
    async (name) => {
      const gone = await SCENARIOS[name].go(hall);
      const outcome = await gone.outcome();
      const all = [...gone.world.steps];
      const { input, written } = await readHistory(codec, await gone.handle.fetchHistory());
      const application = input as Application;
      for (const { transitions } of written.slice(0, -1)) {
        const steps = all.slice(0, transitions.at(-1)!.seq);
        const recorded = { beganAt: all[0]!.at, steps, dueAt: deadlinesIn(written), recused: [] };
        const filed = await hall.file({ ...application, recorded }, (world) => {
          void world.record({ caseNo: application.caseNo, strand: 'case', transitions: steps });
        });
        const last = steps.findLast((step) => step.kind === 'acted');
        if (last) expect(await filed.answerTo(last.act)).not.toBe('accepted');
        for (const step of all.slice(steps.length)) await happensAgain(filed, step);
        expect(await filed.outcome()).toEqual(outcome);
        expect(story(filed.world.steps)).toEqual(story(all));
      }
    },
  );
});
