import type { Outcome } from '../../../domain/schemas/outcome.js';
import { REASON } from '../../workflows/support/acts.js';
import { AMOUNT_FEN, application } from '../../workflows/support/inputs.js';
import { filed, type Filing, refused, type Scenario } from './scenario.js';
import { act, comesTo, householdChanges, inTurn, moneyComes, toTheEnd, turnsAt, type Way } from './ways.js';

const relieved = (outcome: Outcome, way: Way, { world, ...changes }: Filing = {}): Scenario =>
  filed(outcome, way, () => application({ workflow: 'relief', ...changes }), world);

const completed = (amountFen = AMOUNT_FEN): Outcome => ({ kind: 'completed', amountFen });
/** Every ending of relief, and the longer ways to the good one. */
export const RELIEF = {
  'relief-completed': relieved(completed(), toTheEnd),
  'relief-completed-with-another-amount': relieved(
    completed(90_000),
    inTurn(comesTo('reliefDecision'), act('reliefDecision', 'grant', { quantity: 300 }), toTheEnd),
  ),
  'relief-completed-after-correction': relieved(
    completed(210_000),
    inTurn(
      turnsAt('reliefDecision', 'return'),
      act('correction', 'handIn'),
      act('reliefDecision', 'grant', { quantity: 700 }),
      toTheEnd,
    ),
  ),
  'relief-completed-after-short-allotment': relieved(
    completed(),
    inTurn(turnsAt('reliefDecision', 'grant'), moneyComes, act('reliefDecision', 'grant'), toTheEnd),
    { world: (world) => (world.allotmentFen = AMOUNT_FEN - 1) },
  ),
  'relief-completed-after-change-in-household': relieved(
    completed(),
    inTurn(
      comesTo('reliefConfirmation'),
      householdChanges,
      act('householdChange', 'close', { subject: 'change-1' }),
      toTheEnd,
    ),
  ),
  'relief-not-confirmed': relieved(
    { kind: 'notConfirmed', amountFen: AMOUNT_FEN, reasonCode: REASON },
    turnsAt('reliefConfirmation', 'refuse'),
  ),
  'relief-not-confirmed-in-time': relieved(
    { kind: 'notConfirmed', amountFen: AMOUNT_FEN },
    comesTo('reliefConfirmation'),
  ),
  'relief-refused-at-verification': relieved(
    refused('townshipVerification'),
    turnsAt('townshipVerification', 'refuse'),
  ),
  'relief-refused-at-decision': relieved(refused('reliefDecision'), turnsAt('reliefDecision', 'refuse')),
  'relief-refused-after-internal-review': relieved(
    refused('reliefDecision'),
    inTurn(turnsAt('reliefDecision', 'refuse'), act('refused', 'requestReview'), act('internalReview', 'uphold')),
  ),
  'relief-lapsed-without-correction': relieved(
    { kind: 'lapsed', stage: 'correction' },
    turnsAt('townshipVerification', 'return'),
  ),
  'relief-withdrawn': relieved({ kind: 'withdrawn', stage: 'reliefDecision' }, turnsAt('reliefDecision', 'withdraw')),
  'relief-closed-for-household-change': relieved(
    { kind: 'closedForChange', stage: 'householdChange', reasonCode: REASON },
    inTurn(comesTo('paymentPreparation'), householdChanges, act('householdChange', 'close', { subject: 'change-1' })),
  ),
} as const satisfies Record<string, Scenario>;
