import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startOfShanghaiDay } from '../../domain/rules/working-days.js';
import { REASON } from './support/acts.js';
import { Hall } from './support/hall.js';
import { AMOUNT_FEN, application, QUANTITY } from './support/inputs.js';
import { inspectors, official, verifiers } from './support/people.js';
import type { RunningCase } from './support/running-case.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

async function at(stage: 'projectWork' | 'acceptanceInspection'): Promise<RunningCase> {
  const filed = await hall.file(application({ paidAfterAcceptance: true }));
  await filed.comeTo(stage);
  return filed;
}

describe('The amount paid after acceptance', () => {
  test.each([
    ['is computed anew from less', QUANTITY - 300, 150_000],
    ['stays what was committed where as much was accepted', QUANTITY, AMOUNT_FEN],
    ['never exceeds what was committed, however much was accepted', QUANTITY * 10, AMOUNT_FEN],
  ])('%s', async (_, quantity, amountFen) => {
    const filed = await at('acceptanceInspection');
    await filed.act('acceptanceInspection', 'pass', { quantity });
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen });
    expect(filed.all('amountSet')).toMatchObject([{ quantity, amountFen }]);
    expect(filed.all('paymentOrdered')).toMatchObject([{ amountFen }]);
  });

  test('never exceeds what the township verified', async () => {
    const filed = await hall.file(application({ paidAfterAcceptance: true }));
    await filed.comeTo('townshipVerification');
    await filed.act('townshipVerification', 'amend', { quantity: 400 });
    await filed.comeTo('acceptanceInspection');
    expect(filed.all('reserved')).toMatchObject([{ amountFen: 120_000 }]);
    expect(filed.all('committed')).toMatchObject([{ amountFen: 120_000 }]);
    await filed.act('acceptanceInspection', 'pass', { quantity: QUANTITY });
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: 120_000 });
  });
});

describe('An inspection', () => {
  test('that is not passed ends the case', async () => {
    const filed = await at('acceptanceInspection');
    await filed.act('acceptanceInspection', 'refuse');
    expect(await filed.outcome()).toEqual({ kind: 'refused', stage: 'acceptanceInspection', reasonCode: REASON });
  });

  test('may ask for rectification, after which the household declares completion again', async () => {
    const filed = await at('acceptanceInspection');
    await filed.act('acceptanceInspection', 'rectify');
    expect(filed.stage).toBe('projectWork');
    await filed.act('projectWork', 'declareCompletion');
    await filed.act('acceptanceInspection', 'pass');
    expect(filed.stage).toBe('paymentPreparation');
  });

  test('is made by two, one of them of another office than verified', async () => {
    const filed = await at('acceptanceInspection');
    const accept = filed.complete('acceptanceInspection', 'pass');
    const ofTheTownship = [inspectors[1], official('inspector-3', 'inspector', 'township-office')] as const;
    expect(await filed.answerTo({ ...accept, by: ofTheTownship[0], cosigner: ofTheTownship[1] })).toBe('SAME_OFFICE');
    expect(await filed.answerTo({ ...accept, cosigner: { ...verifiers[0], role: 'inspector' } })).toBe('OWN_DECISION');
    expect(await filed.answerTo(accept)).toBe('accepted');
  });
});

describe('The deadline of a project', () => {
  test('not kept closes the case', async () => {
    const filed = await at('projectWork');
    expect(await filed.outcome()).toEqual({ kind: 'notCompleted', stage: 'projectWork' });
    expect(filed.all('deadlinePassed')).toMatchObject([{ stage: 'projectWork' }]);
  });

  test('is extended once on request, from its end', async () => {
    const filed = await at('projectWork');
    const before = filed.world.dueAt!;
    await filed.act('projectWork', 'requestExtension');
    const [year, month, day] = new Date(before - 1 + 8 * 3_600_000).toISOString().slice(0, 10).split('-').map(Number);
    const lastDay = new Date(Date.UTC(year!, month! - 1 + 3, day)).toISOString().slice(0, 10);
    expect(filed.world.dueAt).toBe(startOfShanghaiDay(lastDay) + 86_400_000);
    expect(await filed.answerTo(filed.complete('projectWork', 'requestExtension'))).toBe('EXTENSION_USED');
    await hall.sleepUntil(before);
    await filed.act('projectWork', 'declareCompletion');
    await filed.act('acceptanceInspection', 'pass');
    await filed.comeTo('closed');
    expect(await filed.outcome()).toMatchObject({ kind: 'completed' });
  });

  test('extended and not kept closes the case', async () => {
    const filed = await at('projectWork');
    await filed.act('projectWork', 'requestExtension');
    expect(await filed.outcome()).toEqual({ kind: 'notCompleted', stage: 'projectWork' });
  });

  test('is not made longer by rectification', async () => {
    const filed = await at('projectWork');
    const before = filed.world.dueAt!;
    await hall.sleepDays(30);
    await filed.act('projectWork', 'declareCompletion');
    await filed.act('acceptanceInspection', 'rectify');
    expect(filed.world.dueAt).toBe(before);
  });
});
