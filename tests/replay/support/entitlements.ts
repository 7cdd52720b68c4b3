import type { Outcome } from '../../../domain/schemas/outcome.js';
import { REASON } from '../../workflows/support/acts.js';
import { AMOUNT_FEN, application } from '../../workflows/support/inputs.js';
import { filed, type Filing, refused, type Scenario } from './scenario.js';
import { act, comesTo, inTurn, isObjectedTo, moneyComes, paperComesTo, toTheEnd, turnsAt, type Way } from './ways.js';

const asked = (outcome: Outcome, way: Way, { world, ...changes }: Filing = {}): Scenario =>
  filed(outcome, way, () => application({ workflow: 'entitlement', ...changes }), world);
const run = (outcome: Outcome, way: Way, { world, ...changes }: Filing = {}): Scenario => {
  const period = { entitlementNo: '339901-2026-000001-1', period: '2026-autumn' };
  return filed(outcome, way, () => application({ workflow: 'entitlementRun', run: period, ...changes }), world);
};

const granted = (amountFen = AMOUNT_FEN): Outcome => ({ kind: 'granted', amountFen });
const paid: Outcome = { kind: 'completed', amountFen: AMOUNT_FEN };

/** Every ending of what is granted once, and of a run that pays one of its periods. */
export const ENTITLEMENTS = {
  'entitlement-granted': asked(granted(), toTheEnd),
  'entitlement-granted-after-correction': asked(
    granted(210_000),
    inTurn(turnsAt('entitlementApproval', 'return'), act('correction', 'handIn', { quantity: 700 }), toTheEnd),
  ),
  'entitlement-granted-after-second-notice': asked(
    granted(150_000),
    inTurn(isObjectedTo, act('objectionHearing', 'amend', { quantity: 500 }), toTheEnd),
  ),
  'entitlement-granted-with-promised-papers': asked(
    granted(),
    inTurn(comesTo('promisedPapers'), paperComesTo('entitlementApproval'), toTheEnd),
    { promisedPapers: ['landLease'] },
  ),
  'entitlement-refused-at-initial-check': asked(refused('initialCheck'), turnsAt('initialCheck', 'refuse')),
  'entitlement-refused-at-approval': asked(refused('entitlementApproval'), turnsAt('entitlementApproval', 'refuse')),
  'entitlement-refused-after-objection': asked(
    refused('objectionHearing'),
    inTurn(isObjectedTo, act('objectionHearing', 'refuse')),
  ),
  'entitlement-withdrawn': asked(
    { kind: 'withdrawn', stage: 'entitlementApproval' },
    turnsAt('entitlementApproval', 'withdraw'),
  ),
  'entitlement-lapsed-without-correction': asked(
    { kind: 'lapsed', stage: 'correction' },
    turnsAt('entitlementApproval', 'return'),
  ),
  'run-paid': run(paid, toTheEnd),
  'run-paid-after-looked-at-change': run(
    paid,
    inTurn(comesTo('paymentPreparation'), act('householdChange', 'continue', { subject: 'change-1' }), toTheEnd),
    { world: (world) => (world.entitlement = { changes: ['change-1'] }) },
  ),
  'run-paid-after-money-was-found': run(paid, inTurn(comesTo('periodFunding'), moneyComes, toTheEnd), {
    world: (world) => (world.allotmentFen = AMOUNT_FEN - 1),
  }),
  'run-paid-after-returned-payment': run(
    paid,
    inTurn(comesTo('accountCorrection'), act('accountCorrection', 'confirmAccount'), toTheEnd),
    { world: (world) => (world.bank = [{ result: 'returned', reasonCode: 'ACCOUNT_CLOSED' }]) },
  ),
  'run-ends-the-entitlement': run({ kind: 'entitlementEnded', end: 'personDied' }, async () => {}, {
    world: (world) => (world.entitlement = { end: 'personDied', changes: [] }),
  }),
  'run-refused-without-money': run(refused('periodFunding'), turnsAt('periodFunding', 'refuse'), {
    world: (world) => (world.allotmentFen = AMOUNT_FEN - 1),
  }),
  'run-closed-for-household-change': run(
    { kind: 'closedForChange', stage: 'householdChange', reasonCode: REASON },
    inTurn(comesTo('paymentPreparation'), act('householdChange', 'close', { subject: 'change-1' })),
    { world: (world) => (world.entitlement = { changes: ['change-1'] }) },
  ),
} as const satisfies Record<string, Scenario>;
