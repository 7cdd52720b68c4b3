import type { Outcome } from '../../../domain/schemas/outcome.js';
import { REASON } from '../../workflows/support/acts.js';
import { HOUSING, RENOVATION_FEN, renovation } from '../../workflows/support/inputs.js';
import { type Filing, type Scenario, filed } from './scenario.js';
import { act, comesTo, householdChanges, inTurn, isObjectedTo, toTheEnd, turnsAt, type Way } from './ways.js';

const renovating = (outcome: Outcome, way: Way, { world, ...changes }: Filing = {}): Scenario =>
  filed(outcome, way, () => renovation(changes), world);
const completed = (amountFen = RENOVATION_FEN): Outcome => ({ kind: 'completed', amountFen });
/** A county that gives three tenths when the works begin. */
const IN_PARTS = { housing: { ...HOUSING, worksFirstInstalmentBasisPoints: 3_000 } };
const leased = { reasonCode: 'LONG_LEASE' };
const isLeased = inTurn(comesTo('housingApproval'), act('housingApproval', 'houseOtherwise', leased));

/** Every ending of a renovation, and the longer ways to the good ones. */
export const RENOVATIONS = {
  renovated: renovating(completed(), toTheEnd),
  'renovated-in-part': renovating(
    completed(1_500_000),
    inTurn(comesTo('houseAppraisal'), act('houseAppraisal', 'pass', { quantity: 3 }), toTheEnd),
  ),
  'renovated-after-extensions-and-rectification': renovating(
    completed(),
    inTurn(
      turnsAt('worksStart', 'requestExtension'),
      turnsAt('projectWork', 'requestExtension'),
      turnsAt('worksAcceptance', 'rectify'),
      toTheEnd,
    ),
  ),
  'renovated-after-second-notice': renovating(
    completed(1_500_000),
    inTurn(isObjectedTo, act('objectionHearing', 'amend', { quantity: 3 }), toTheEnd),
  ),
  'renovation-lapsed-without-correction': renovating(
    { kind: 'lapsed', stage: 'correction' },
    turnsAt('housingApproval', 'return'),
  ),
  'housed-otherwise': renovating({ kind: 'housedOtherwise' }, inTurn(isLeased, toTheEnd)),
  'housed-otherwise-after-objection': renovating(
    { kind: 'housedOtherwise' },
    inTurn(isLeased, isObjectedTo, act('objectionHearing', 'dismiss'), toTheEnd),
  ),
  'house-is-safe': renovating(
    { kind: 'refused', stage: 'houseAppraisal', reasonCode: REASON },
    turnsAt('houseAppraisal', 'refuse'),
  ),
  'renovation-refused': renovating(
    { kind: 'refused', stage: 'housingApproval', reasonCode: REASON },
    turnsAt('housingApproval', 'refuse'),
  ),
  'renovation-withdrawn': renovating({ kind: 'withdrawn', stage: 'worksStart' }, turnsAt('worksStart', 'withdraw')),
  'works-not-begun': renovating({ kind: 'notCompleted', stage: 'worksStart' }, comesTo('worksStart')),
  'works-not-completed': renovating({ kind: 'notCompleted', stage: 'projectWork' }, comesTo('projectWork')),
  'works-not-accepted': renovating(
    { kind: 'refused', stage: 'worksAcceptance', reasonCode: REASON },
    turnsAt('worksAcceptance', 'refuse'),
  ),
  'renovated-in-instalments': renovating(completed(), toTheEnd, IN_PARTS),
  'renovated-after-returned-first-instalment': renovating(
    completed(),
    inTurn(comesTo('accountCorrection'), act('accountCorrection', 'confirmAccount'), toTheEnd),
    { ...IN_PARTS, world: (world) => (world.bank = [{ result: 'returned', reasonCode: 'ACCOUNT_CLOSED' }]) },
  ),
  'works-not-completed-after-first-instalment': renovating(
    { kind: 'notCompleted', stage: 'projectWork' },
    comesTo('projectWork'),
    IN_PARTS,
  ),
  'works-not-accepted-after-first-instalment': renovating(
    { kind: 'refused', stage: 'worksAcceptance', reasonCode: REASON },
    turnsAt('worksAcceptance', 'refuse'),
    IN_PARTS,
  ),
  'renovation-closed-for-household-change-after-first-instalment': renovating(
    { kind: 'closedForChange', stage: 'householdChange', reasonCode: REASON },
    inTurn(comesTo('projectWork'), householdChanges, act('householdChange', 'close', { subject: 'change-1' })),
    IN_PARTS,
  ),
  'home-not-taken-up': renovating(
    { kind: 'refused', stage: 'otherHousing', reasonCode: REASON },
    inTurn(isLeased, turnsAt('otherHousing', 'refuse')),
  ),
  'withdrawn-from-other-housing': renovating(
    { kind: 'withdrawn', stage: 'otherHousing' },
    inTurn(isLeased, turnsAt('otherHousing', 'withdraw')),
  ),
  'renovation-closed-for-household-change': renovating(
    { kind: 'closedForChange', stage: 'householdChange', reasonCode: REASON },
    inTurn(comesTo('worksStart'), householdChanges, act('householdChange', 'close', { subject: 'change-1' })),
  ),
} as const satisfies Record<string, Scenario>;
