import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LifeEventEffect } from '../../domain/rules/life-events.js';
import type { Stage } from '../../domain/rules/stages.js';
import type { Application } from '../../domain/schemas/application.js';
import { householdChanged } from '../../workflows/messages.js';
import { Hall } from './support/hall.js';
import {
  AMOUNT_FEN,
  application,
  followUp,
  RELOCATION_FEN,
  relocation,
  renovation,
  returned,
} from './support/inputs.js';
import type { RunningCase } from './support/running-case.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

const changes = async (filed: RunningCase, effect?: LifeEventEffect): Promise<void> => {
  await filed.handle.signal(householdChanged, 'change-1', effect);
  await filed.until(() => filed.all('changeReported').length === 1);
};

const run = { entitlementNo: '339901-2026-000001-1', period: '2026-autumn' };
/** Each order of stages, with a stage of it before its money is out. */
const ORDERS: readonly (readonly [string, () => Application, Stage])[] = [
  ['of a direct project', () => application(), 'projectApproval'],
  ['paid after acceptance', () => application({ paidAfterAcceptance: true }), 'projectWork'],
  ['of relief', () => application({ workflow: 'relief' }), 'reliefDecision'],
  ['of an entitlement', () => application({ workflow: 'entitlement' }), 'entitlementApproval'],
  ['of a run', () => application({ workflow: 'entitlementRun', run }), 'paymentPreparation'],
  ['of a renovation', () => renovation(), 'housingApproval'],
  ['of a relocation', () => relocation(), 'agreementOffer'],
];
const CLOSED = { kind: 'closedForChange', stage: 'householdChange', reasonCode: 'HOUSEHOLD_CHANGED' };

describe('By the rule of its programme a change in the household', () => {
  test.each(ORDERS)('keeps nothing up in a case %s that goes on', async (_, input, stage) => {
    const filed = await hall.file(input());
    await filed.comeTo(stage);
    await changes(filed, 'goOn');
    await filed.comeTo('closed');
    expect(await filed.outcome()).not.toMatchObject({ kind: 'closedForChange' });
  });

  test.each(ORDERS)('ends a case %s that stops, and one whose money comes back', async (_, input, stage) => {
    for (const effect of ['stop', 'recover'] as const) {
      const filed = await hall.file(input());
      await filed.comeTo(stage);
      await changes(filed, effect);
      expect(await filed.outcome()).toEqual(CLOSED);
    }
  });

  test.each(ORDERS)('is looked at in a case %s that passes to a successor', async (_, input, stage) => {
    const filed = await hall.file(input());
    await filed.comeTo(stage);
    await changes(filed, 'successor');
    await filed.act('householdChange', 'continue', { subject: 'change-1' });
    await filed.comeTo('closed');
    expect(filed.all('amountSet').filter(({ amountFen }) => amountFen === 1)).toEqual([]);
  });

  test.each(ORDERS)('is looked at in a case %s and counted anew, to no more than it was', async (_, input, stage) => {
    const filed = await hall.file(input(), (world) => (world.worth = { quantity: 1, amountFen: 7_000 }));
    await filed.comeTo(stage);
    await changes(filed, 'recompute');
    await filed.act('householdChange', 'continue', { subject: 'change-1' });
    await filed.comeTo('closed');
    expect(filed.all('amountSet').at(-1)).toMatchObject({ quantity: 1 });
    expect(filed.all('paymentOrdered').every(({ amountFen }) => amountFen <= 7_000)).toBe(true);
    expect(await filed.outcome()).toMatchObject({ amountFen: expect.any(Number) });
  });

  test('is counted anew once, and never upwards', async () => {
    const filed = await hall.file(application(), (world) => (world.worth = { quantity: 9_999, amountFen: 9_999_999 }));
    await filed.comeTo('paymentPreparation');
    await changes(filed, 'recompute');
    await filed.act('householdChange', 'continue', { subject: 'change-1' });
    await filed.comeTo('closed');
    expect(filed.world.asked.filter(({ what }) => what === 'countAnew')).toHaveLength(1);
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
  });

  test('ends a case that is worth nothing any more once it is counted anew', async () => {
    for (const stage of ['projectApproval', 'paymentPreparation'] as const) {
      const filed = await hall.file(application(), (world) => (world.worth = { quantity: 0, amountFen: 0 }));
      await filed.comeTo(stage);
      await changes(filed, 'recompute');
      await filed.act('householdChange', 'continue', { subject: 'change-1' });
      await filed.act(stage, stage === 'projectApproval' ? 'pass' : 'prepare');
      expect(await filed.outcome()).toEqual(CLOSED);
    }
  });

  test('has an order that finance has before it made anew', async () => {
    const filed = await hall.file(application(), (world) => (world.worth = { quantity: 10, amountFen: 7_000 }));
    await filed.comeTo('paymentReview');
    await changes(filed, 'recompute');
    await filed.act('householdChange', 'continue', { subject: 'change-1' });
    expect(await filed.answerTo(filed.complete('paymentReview', 'pass'))).toBe('CHANGE_OPEN');
    await filed.act('paymentReview', 'return');
    await filed.comeTo('closed');
    expect(filed.all('paymentOrdered').map(({ amountFen }) => amountFen)).toEqual([AMOUNT_FEN, 7_000]);
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: 7_000 });
  });

  test('counts nothing anew of money that came back and is paid again', async () => {
    const again = await hall.reopen(returned());
    await again.act('accountCorrection', 'confirmAccount');
    await again.act('paymentPreparation', 'prepare');
    await changes(again, 'recompute');
    await again.act('householdChange', 'continue', { subject: 'change-1' });
    await again.act('paymentReview', 'return');
    await again.comeTo('closed');
    expect(again.all('paymentOrdered').map(({ amountFen }) => amountFen)).toEqual([AMOUNT_FEN, AMOUNT_FEN]);
  });

  test('leaves the first instalment where it stops, and claims it back where money comes back', async () => {
    for (const [effect, claimed] of [
      ['stop', 0],
      ['recover', 1],
    ] as const) {
      const filed = await hall.file(relocation());
      await filed.comeTo('movingIn');
      expect(filed.all('paymentSettled')).toHaveLength(1);
      await changes(filed, effect);
      expect(await filed.outcome()).toEqual(CLOSED);
      expect(filed.all('recoveryOpened')).toHaveLength(claimed);
    }
    const counted = await hall.file(relocation(), (world) => (world.worth = { quantity: 3, amountFen: 6_000_000 }));
    await counted.comeTo('movingIn');
    await changes(counted, 'recompute');
    await counted.act('householdChange', 'continue', { subject: 'change-1' });
    await counted.comeTo('closed');
    const paid = counted.all('paymentOrdered').map(({ amountFen }) => amountFen);
    expect(paid).toEqual([RELOCATION_FEN / 2, 6_000_000 - RELOCATION_FEN / 2]);
  });

  test('undoes no relief that was paid, unless it is one whose money comes back', async () => {
    const kept = await hall.file(application({ workflow: 'relief' }));
    await kept.comeTo('reliefConfirmation');
    await changes(kept, 'stop');
    await kept.comeTo('closed');
    expect(await kept.outcome()).toMatchObject({ kind: 'completed' });
    const claimed = await hall.file(application({ workflow: 'relief' }));
    await claimed.comeTo('reliefConfirmation');
    await changes(claimed, 'recover');
    expect(await claimed.outcome()).toMatchObject({ kind: 'notConfirmed', reasonCode: 'HOUSEHOLD_CHANGED' });
    expect(claimed.all('recoveryOpened')).toHaveLength(1);
  });

  test('is looked at where the programme says nothing, and in a follow-up, which it may end', async () => {
    const filed = await hall.followUp(followUp());
    await filed.comeTo('followUpVisit');
    await filed.act('followUpVisit', 'visited', { openPoints: ['school'] });
    await filed.comeTo('followUpVisit');
    await changes(filed);
    await filed.act('householdChange', 'close', { subject: 'change-1' });
    expect(await filed.outcome()).toMatchObject({ kind: 'closedForChange' });
  });
});
