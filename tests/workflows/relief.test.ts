import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { without } from './support/acts.js';
import { Hall } from './support/hall.js';
import { application, AMOUNT_FEN, QUANTITY } from './support/inputs.js';
import { approver, otherApprover } from './support/people.js';
import type { World } from './support/world.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

const needs = (prepare?: (world: World) => void) => hall.file(application({ workflow: 'relief' }), prepare);

describe('Relief', () => {
  test('sets the money aside with the decision, pays it, and is made known after', async () => {
    const filed = await needs();
    await filed.comeTo('reliefDecision');
    expect(filed.world.asked).toEqual([]);
    await filed.comeTo('reliefConfirmation');
    expect(filed.world.asked.map(({ what }) => what)).toEqual([
      ...['reserve', 'numberDecision'],
      expect.stringMatching(/^setOff /),
    ]);
    const kinds = filed.world.steps.map(({ kind }) => kind);
    const order = ['reserved', 'decided', 'paymentOrdered', 'paymentSettled', 'announced'] as const;
    expect(kinds.filter((kind) => (order as readonly string[]).includes(kind))).toEqual(order);
    expect(filed.all('published')).toEqual([]);
    await filed.comeTo('closed');
  });

  test('is decided with words and an amount within the limits, whoever decides', async () => {
    const filed = await needs();
    await filed.comeTo('reliefDecision');
    const decision = filed.complete('reliefDecision', 'grant');
    expect(await filed.answerTo(without(decision, 'words'))).toBe('WORDS_MISSING');
    expect(await filed.answerTo(without(decision, 'quantity'))).toBe('QUANTITY_MISSING');
    expect(await filed.answerTo({ ...decision, quantity: 2_001 })).toBe('QUANTITY_OUT_OF_RANGE');
    expect(await filed.answerTo({ ...decision, quantity: QUANTITY })).toBe('accepted');
    await filed.comeTo('closed');
  });

  test('is not granted against what the databases say', async () => {
    const filed = await needs((world) => (world.findings = ['MEMBER_IN_TWO_HOUSEHOLDS']));
    await filed.comeTo('reliefDecision');
    expect(await filed.answerTo(filed.complete('reliefDecision', 'grant'))).toBe('BLOCKED_BY_FINDING');
    await filed.act('reliefDecision', 'refuse');
    await filed.outcome();
  });

  test('waits at its decision until there is money', async () => {
    const filed = await needs((world) => (world.allotmentFen = AMOUNT_FEN - 1));
    await filed.comeTo('reliefDecision');
    await filed.act('reliefDecision', 'grant');
    expect(filed.stage).toBe('reliefDecision');
    expect(filed.all('decided')).toEqual([]);
    filed.world.allotmentFen = AMOUNT_FEN;
    await filed.comeTo('closed');
  });

  test('is confirmed by somebody who has not acted in it', async () => {
    const filed = await needs();
    await filed.comeTo('reliefConfirmation');
    const confirmation = filed.complete('reliefConfirmation', 'confirm');
    expect(await filed.answerTo({ ...confirmation, by: approver })).toBe('OWN_DECISION');
    expect(await filed.answerTo({ ...confirmation, by: otherApprover })).toBe('accepted');
    await filed.outcome();
  });

  test('that is not confirmed is claimed back, as much as was paid', async () => {
    const filed = await needs();
    await filed.comeTo('reliefConfirmation');
    await filed.act('reliefConfirmation', 'refuse');
    expect(filed.all('recoveryOpened')).toMatchObject([{ amountFen: AMOUNT_FEN, cause: 'notConfirmed' }]);
    await filed.outcome();
  });

  test('has ten working days for its confirmation, which a change in the household makes no longer', async () => {
    const filed = await needs();
    await filed.comeTo('reliefConfirmation');
    const { dueAt } = filed.world;
    await filed.handle.signal('householdChanged', 'change-1');
    await filed.until(() => filed.all('changeReported').length === 1);
    await filed.act('householdChange', 'close', { subject: 'change-1' });
    expect(filed.stage).toBe('reliefConfirmation');
    expect(filed.world.dueAt).toBe(dueAt);
    await filed.sleepUntilDue();
    expect(await filed.outcome()).toEqual({ kind: 'notConfirmed', amountFen: AMOUNT_FEN });
  });
});
