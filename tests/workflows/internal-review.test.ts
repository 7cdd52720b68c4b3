import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stage } from '../../domain/rules/stages.js';
import { REASON, without } from './support/acts.js';
import { Hall } from './support/hall.js';
import { AMOUNT_FEN, application } from './support/inputs.js';
import { approver, checker, official, otherChecker } from './support/people.js';
import type { RunningCase } from './support/running-case.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

async function refusedAt(stage: Stage): Promise<RunningCase> {
  const filed = await hall.file(application());
  await filed.comeTo(stage);
  await filed.act(stage, 'refuse');
  expect(filed.stage).toBe('refused');
  return filed;
}

describe('A refused household', () => {
  test.each(['initialCheck', 'townshipVerification', 'projectApproval'] as const)(
    'that does not ask for a review in time stays refused at %s',
    async (stage) => {
      const filed = await refusedAt(stage);
      expect(await filed.outcome()).toEqual({ kind: 'refused', stage, reasonCode: REASON });
      expect(filed.all('deadlinePassed')).toMatchObject([{ stage: 'refused' }]);
    },
  );

  test('has fifteen days to ask, to the last second', async () => {
    const filed = await refusedAt('initialCheck');
    await hall.sleepUntil(filed.world.dueAt! - 60_000);
    await filed.act('refused', 'requestReview');
    expect(filed.stage).toBe('internalReview');
  });

  test('says why it asks', async () => {
    const filed = await refusedAt('initialCheck');
    expect(await filed.answerTo(without(filed.complete('refused', 'requestReview'), 'words'))).toBe('REASON_MISSING');
  });

  test('stays refused when the review upholds it', async () => {
    const filed = await refusedAt('townshipVerification');
    await filed.act('refused', 'requestReview');
    await filed.act('internalReview', 'uphold');
    expect(await filed.outcome()).toMatchObject({ kind: 'refused', stage: 'townshipVerification' });
  });
});

describe('An internal review', () => {
  test('is not heard by the office that refused, nor by whoever refused', async () => {
    const filed = await refusedAt('initialCheck');
    await filed.act('refused', 'requestReview');
    const hearing = filed.complete('internalReview', 'overturn');
    const ofTheSameOffice = official('supervisor-2', 'countySupervisor', 'poverty-office');
    expect(await filed.answerTo({ ...hearing, by: ofTheSameOffice })).toBe('OWN_OFFICE');
    expect(await filed.answerTo({ ...hearing, by: { ...checker, role: 'countySupervisor' } })).toBe('OWN_DECISION');
  });

  test('that overturns has the stage done again, by somebody else', async () => {
    const filed = await refusedAt('initialCheck');
    await filed.act('refused', 'requestReview');
    await filed.act('internalReview', 'overturn');
    expect(filed.stage).toBe('initialCheck');
    expect(await filed.answerTo(filed.complete('initialCheck', 'pass'))).toBe('OWN_DECISION');
    await filed.act('initialCheck', 'pass', { by: otherChecker });
    await filed.comeTo('closed');
    expect(await filed.outcome()).toMatchObject({ kind: 'completed' });
  });

  test('bars whoever was overturned from the rest of the case as well', async () => {
    const filed = await refusedAt('initialCheck');
    await filed.act('refused', 'requestReview');
    await filed.act('internalReview', 'overturn');
    await filed.act('initialCheck', 'pass', { by: otherChecker });
    await filed.comeTo('projectApproval');
    const approval = filed.complete('projectApproval', 'pass');
    expect(await filed.answerTo({ ...approval, by: { ...checker, role: 'countyApprover' } })).toBe('OWN_DECISION');
    expect(await filed.answerTo({ ...approval, by: approver })).toBe('accepted');
  });

  test('is held once: refused again by somebody else, it is over', async () => {
    const filed = await refusedAt('initialCheck');
    await filed.act('refused', 'requestReview');
    await filed.act('internalReview', 'overturn');
    await filed.act('initialCheck', 'refuse', { by: otherChecker });
    expect(await filed.outcome()).toEqual({ kind: 'refused', stage: 'initialCheck', reasonCode: REASON });
    expect(filed.all('entered').filter(({ stage }) => stage === 'refused')).toHaveLength(1);
  });

  test('is open, too, against a refusal of what an objection had made dearer than the allotment', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('publicNotice');
    await filed.object('objection-1');
    await filed.untilStage('objectionHearing');
    filed.world.allotmentFen = AMOUNT_FEN;
    await filed.act('objectionHearing', 'amend', { quantity: 900 });
    await filed.act('projectApproval', 'refuse');
    expect(filed.stage).toBe('refused');
  });
});
