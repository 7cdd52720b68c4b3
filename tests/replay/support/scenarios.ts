import type { Outcome } from '../../../domain/schemas/outcome.js';
import { REASON } from '../../workflows/support/acts.js';
import type { BatchWorld } from '../../workflows/support/batch-world.js';
import {
  AMOUNT_FEN,
  application,
  commission,
  nextBatchNo,
  nextDividendNo,
  returned,
} from '../../workflows/support/inputs.js';
import { otherChecker } from '../../workflows/support/people.js';
import { BUNDLE_SCENARIOS } from './bundles.js';
import { CONSENTS } from './consents.js';
import { ENTITLEMENTS } from './entitlements.js';
import { LIFE_EVENT_SCENARIOS } from './life-events.js';
import { PAYEES } from './payees.js';
import { RELIEF } from './relief.js';
import { RELOCATIONS } from './relocations.js';
import { RENOVATIONS } from './renovations.js';
import { RENTS } from './rents.js';
import { REVIEWS } from './reviews.js';
import { SET_OFFS } from './set-offs.js';
import { SHARED_ENDINGS } from './shared-endings.js';
import { SHARES } from './shares.js';
import { filed, type Filing, goneBy, refused, type Scenario } from './scenario.js';
import {
  act,
  calendarMoves,
  comesTo,
  householdChanges,
  isNotReported,
  isObjectedTo,
  isScored,
  moneyComes,
  paperComes,
  inTurn,
  toTheEnd,
  turnsAt,
  type Way,
} from './ways.js';

const completed = (amountFen = AMOUNT_FEN): Outcome => ({ kind: 'completed', amountFen });
const notCompleted: Outcome = { kind: 'notCompleted', stage: 'projectWork' };
const closedForChange: Outcome = { kind: 'closedForChange', stage: 'householdChange', reasonCode: REASON };

const project = (outcome: Outcome, way: Way, { world, ...changes }: Filing = {}): Scenario =>
  filed(outcome, way, () => application(changes), world);
const reviewed = (outcome: Outcome, way: Way): Scenario => ({
  ...{ outcome, go: async (hall) => await goneBy(way, await hall.commission(commission())) },
});
const reopened = (outcome: Outcome, way: Way): Scenario => ({
  ...{ outcome, go: async (hall) => await goneBy(way, await hall.reopen(returned())) },
});
const batch = (leftOpen: number, world: (world: BatchWorld) => void): Scenario => ({
  outcome: leftOpen,
  go: async (hall) => {
    const run = await hall.run(nextBatchNo(), world);
    return { handle: run.handle, world: { steps: [], noted: [] }, outcome: () => run.outcome() };
  },
});

const isClosed = act('householdChange', 'close', { subject: 'change-1' });
const AFTER_ACCEPTANCE = { paidAfterAcceptance: true };
const PROMISING = { promisedPapers: ['landLease'] };

/** Every ending of a case, and the longer ways to the good one. */
export const SCENARIOS = {
  'completed-without-acceptance': project(completed(), toTheEnd),
  'completed-with-acceptance': project(completed(), toTheEnd, AFTER_ACCEPTANCE),
  'completed-after-correction': project(
    completed(210_000),
    inTurn(turnsAt('initialCheck', 'return'), act('correction', 'handIn', { quantity: 700 }), toTheEnd),
  ),
  'completed-after-amendment': project(
    completed(120_000),
    inTurn(comesTo('townshipVerification'), act('townshipVerification', 'amend', { quantity: 400 }), toTheEnd),
    AFTER_ACCEPTANCE,
  ),
  'completed-after-overturned-refusal': project(
    completed(),
    inTurn(
      turnsAt('initialCheck', 'refuse'),
      act('refused', 'requestReview'),
      act('internalReview', 'overturn'),
      act('initialCheck', 'pass', { by: otherChecker }),
      toTheEnd,
    ),
  ),
  'completed-with-promised-papers': project(
    completed(),
    inTurn(comesTo('promisedPapers'), paperComes, toTheEnd),
    PROMISING,
  ),
  'completed-after-short-allotment': project(
    completed(),
    inTurn(turnsAt('projectApproval', 'pass'), moneyComes, act('projectApproval', 'pass'), toTheEnd),
    { world: (world) => (world.allotmentFen = AMOUNT_FEN - 1) },
  ),
  'completed-after-dismissed-objection': project(
    completed(),
    inTurn(isObjectedTo, act('objectionHearing', 'dismiss'), toTheEnd),
  ),
  'completed-after-second-notice': project(
    completed(150_000),
    inTurn(isObjectedTo, act('objectionHearing', 'amend', { quantity: 500 }), toTheEnd),
  ),
  'completed-after-moved-deadline': project(completed(), inTurn(comesTo('publicNotice'), calendarMoves, toTheEnd)),
  'completed-after-extension-and-rectification': project(
    completed(180_000),
    inTurn(
      turnsAt('projectWork', 'requestExtension'),
      turnsAt('acceptanceInspection', 'rectify'),
      act('projectWork', 'declareCompletion'),
      act('acceptanceInspection', 'pass', { quantity: 600 }),
      toTheEnd,
    ),
    AFTER_ACCEPTANCE,
  ),
  'completed-after-returned-payment': project(
    completed(),
    inTurn(
      turnsAt('paymentReview', 'return'),
      comesTo('accountCorrection'),
      act('accountCorrection', 'confirmAccount'),
      toTheEnd,
    ),
    { world: (world) => (world.bank = [{ result: 'returned', reasonCode: 'ACCOUNT_CLOSED' }]) },
  ),
  'completed-after-changed-payee': project(completed(), toTheEnd, {
    world: (world) => (world.bank = [{ result: 'cancelled', reasonCode: 'PAYEE_CHANGED' }]),
  }),
  'completed-after-unknown-account': project(
    completed(),
    inTurn(comesTo('accountCorrection'), act('accountCorrection', 'confirmAccount'), toTheEnd),
    { world: (world) => (world.bank = [{ result: 'cancelled', reasonCode: 'ACCOUNT_UNKNOWN' }]) },
  ),
  'completed-after-looked-at-change': project(
    completed(),
    inTurn(
      comesTo('projectApproval'),
      householdChanges,
      act('householdChange', 'continue', { subject: 'change-1' }),
      toTheEnd,
    ),
  ),
  'refused-at-initial-check': project(refused('initialCheck'), turnsAt('initialCheck', 'refuse')),
  'refused-at-township-verification': project(
    refused('townshipVerification'),
    turnsAt('townshipVerification', 'refuse'),
  ),
  'refused-at-project-approval': project(refused('projectApproval'), turnsAt('projectApproval', 'refuse')),
  'refused-after-internal-review': project(
    refused('initialCheck'),
    inTurn(turnsAt('initialCheck', 'refuse'), act('refused', 'requestReview'), act('internalReview', 'uphold')),
  ),
  'refused-after-objection': project(
    refused('objectionHearing'),
    inTurn(isObjectedTo, act('objectionHearing', 'refuse')),
  ),
  'refused-at-acceptance': project(
    refused('acceptanceInspection'),
    turnsAt('acceptanceInspection', 'refuse'),
    AFTER_ACCEPTANCE,
  ),
  'lapsed-without-correction': project({ kind: 'lapsed', stage: 'correction' }, turnsAt('initialCheck', 'return')),
  'lapsed-without-promised-papers': project(
    { kind: 'lapsed', stage: 'promisedPapers' },
    comesTo('promisedPapers'),
    PROMISING,
  ),
  'withdrawn-at-initial-check': project(
    { kind: 'withdrawn', stage: 'initialCheck' },
    turnsAt('initialCheck', 'withdraw'),
  ),
  'withdrawn-at-correction': project(
    { kind: 'withdrawn', stage: 'correction' },
    inTurn(turnsAt('initialCheck', 'return'), act('correction', 'withdraw')),
  ),
  'withdrawn-at-township-verification': project(
    { kind: 'withdrawn', stage: 'townshipVerification' },
    turnsAt('townshipVerification', 'withdraw'),
  ),
  'withdrawn-at-promised-papers': project(
    { kind: 'withdrawn', stage: 'promisedPapers' },
    turnsAt('promisedPapers', 'withdraw'),
    PROMISING,
  ),
  'withdrawn-at-project-approval': project(
    { kind: 'withdrawn', stage: 'projectApproval' },
    turnsAt('projectApproval', 'withdraw'),
  ),
  'not-completed': project(notCompleted, comesTo('projectWork'), AFTER_ACCEPTANCE),
  'not-completed-after-extension': project(notCompleted, turnsAt('projectWork', 'requestExtension'), AFTER_ACCEPTANCE),
  'closed-for-household-change-while-published': project(
    closedForChange,
    inTurn(comesTo('publicNotice'), householdChanges, isClosed),
  ),
  'closed-for-household-change-with-papers-owed': project(
    closedForChange,
    inTurn(comesTo('promisedPapers'), householdChanges, isClosed),
    PROMISING,
  ),
  'closed-for-household-change': project(
    closedForChange,
    inTurn(comesTo('noticePosting'), householdChanges, act('householdChange', 'close', { subject: 'change-1' })),
  ),
  'reviewed-used-as-intended': reviewed(
    { kind: 'reviewed', finding: 'usedAsIntended', score: 92 },
    isScored('usedAsIntended', 92),
  ),
  'reviewed-partly-used': reviewed({ kind: 'reviewed', finding: 'partlyUsed', score: 64 }, isScored('partlyUsed', 64)),
  'reviewed-not-used': reviewed({ kind: 'reviewed', finding: 'notUsed', score: 12 }, isScored('notUsed', 12)),
  'review-closed-for-household-change': reviewed(
    closedForChange,
    inTurn(comesTo('reviewAwaited'), householdChanges, act('householdChange', 'close', { subject: 'change-1' })),
  ),
  'reviewed-without-report': reviewed(
    { kind: 'reviewed', finding: 'usedAsIntended', score: 71 },
    inTurn(comesTo('reviewReport'), isNotReported, isScored('usedAsIntended', 71)),
  ),
  'review-closed-while-visited': reviewed(
    closedForChange,
    inTurn(comesTo('performanceReview'), householdChanges, isClosed),
  ),
  'returned-late-and-closed-for-household-change': reopened(
    closedForChange,
    inTurn(comesTo('accountCorrection'), householdChanges, isClosed),
  ),
  'returned-late-and-paid-again': reopened(
    completed(),
    inTurn(comesTo('accountCorrection'), act('accountCorrection', 'confirmAccount'), toTheEnd),
  ),
  ...CONSENTS,
  ...RELIEF,
  ...ENTITLEMENTS,
  'batch-dividend-divided': {
    outcome: 3,
    go: async (hall) => {
      const run = await hall.divide(nextDividendNo(), (world) => (world.diesFor = 2));
      return { handle: run.handle, world: { steps: [], noted: [] }, outcome: () => run.outcome() };
    },
  } as Scenario,
  'batch-settled': batch(0, (world) => (world.openFor = 3)),
  'batch-given-up': batch(2, (world) => Object.assign(world, { unknownFor: 3, openFor: 3, leftOpen: 2 })),
  'batch-empty': batch(0, (world) => (world.orders = 0)),
  ...RENOVATIONS,
  ...RENTS,
  ...BUNDLE_SCENARIOS,
  ...RELOCATIONS,
  ...LIFE_EVENT_SCENARIOS,
  ...REVIEWS,
  ...SET_OFFS,
  ...SHARED_ENDINGS,
  ...SHARES,
  ...PAYEES,
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;
export const SCENARIO_NAMES = Object.keys(SCENARIOS) as ScenarioName[];
