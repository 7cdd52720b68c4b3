import type { FollowUpPoint } from '../../../domain/rules/follow-up.js';
import type { Stage } from '../../../domain/rules/stages.js';
import type { Outcome } from '../../../domain/schemas/outcome.js';
import { REASON } from '../../workflows/support/acts.js';
import { followUp, HOUSING, RELOCATION_FEN, relocation } from '../../workflows/support/inputs.js';
import { type Filing, type Scenario, filed, goneBy } from './scenario.js';
import { act, comesTo, householdChanges, inTurn, toTheEnd, turnsAt, type Way } from './ways.js';

const relocating = (outcome: Outcome, way: Way, { world, ...changes }: Filing = {}): Scenario =>
  filed(outcome, way, () => relocation(changes), world);
const completed = (amountFen = RELOCATION_FEN): Outcome => ({ kind: 'completed', amountFen });
const ELSEWHERE = { settlement: { way: 'money' } } as const;
const AT_THE_END = { housing: { ...HOUSING, firstInstalmentBasisPoints: 0 } };

const following = (outcome: Outcome, way: Way): Scenario => ({
  outcome,
  go: async (hall) => await goneBy(way, await hall.followUp(followUp())),
});
const CLOSED_FOR_CHANGE: Outcome = { kind: 'closedForChange', stage: 'householdChange', reasonCode: REASON };
const SETTLED_IN: Outcome = { kind: 'settledIn' };
const finds = (...openPoints: FollowUpPoint[]): Way =>
  inTurn(comesTo('followUpVisit'), act('followUpVisit', 'visited', { openPoints }));
const settles = (stage: Stage, subject: string): Way => act(stage, 'settled', { subject });

/** Every ending of a relocation, and the longer ways to the good one. */
export const RELOCATIONS = {
  relocated: relocating(completed(), toTheEnd),
  'relocated-fewer-by-headcount': relocating(
    completed(6_000_000),
    inTurn(comesTo('townshipVerification'), act('townshipVerification', 'amend', { quantity: 3 }), toTheEnd),
  ),
  'relocated-by-money-at-once': relocating(
    completed(),
    inTurn(comesTo('agreementOffer'), act('agreementOffer', 'offer', ELSEWHERE), toTheEnd),
    AT_THE_END,
  ),
  'relocated-after-another-offer': relocating(
    completed(),
    inTurn(
      turnsAt('agreementSigning', 'decline'),
      act('agreementOffer', 'offer', { settlement: { way: 'scattered' } }),
      toTheEnd,
    ),
  ),
  'relocated-after-taken-plot': relocating(completed(), toTheEnd, {
    world: (world) => (world.plots = ['plotTaken', 'siteFull']),
  }),
  'relocated-after-extension-and-rectification': relocating(
    completed(),
    inTurn(
      turnsAt('movingIn', 'requestExtension'),
      turnsAt('movingInInspection', 'rectify'),
      turnsAt('homesteadInspection', 'rectify'),
      toTheEnd,
    ),
  ),
  'relocated-after-returned-first-instalment': relocating(
    completed(),
    inTurn(comesTo('accountCorrection'), act('accountCorrection', 'confirmAccount'), toTheEnd),
    { world: (world) => (world.bank = [{ result: 'returned', reasonCode: 'ACCOUNT_CLOSED' }]) },
  ),
  'agreement-not-signed': relocating({ kind: 'lapsed', stage: 'agreementSigning' }, comesTo('agreementSigning')),
  'withdrawn-before-agreement': relocating(
    { kind: 'withdrawn', stage: 'agreementOffer' },
    turnsAt('agreementOffer', 'withdraw'),
  ),
  'withdrawn-at-agreement': relocating(
    { kind: 'withdrawn', stage: 'agreementSigning' },
    turnsAt('agreementSigning', 'withdraw'),
  ),
  'withdrawn-from-agreement': relocating({ kind: 'withdrawn', stage: 'movingIn' }, turnsAt('movingIn', 'withdraw')),
  'not-moved-in': relocating({ kind: 'notCompleted', stage: 'movingIn' }, comesTo('movingIn')),
  'moving-in-not-confirmed': relocating(
    { kind: 'refused', stage: 'movingInInspection', reasonCode: REASON },
    turnsAt('movingInInspection', 'refuse'),
  ),
  'old-homestead-kept': relocating({ kind: 'notCompleted', stage: 'oldHomestead' }, comesTo('oldHomestead')),
  'old-homestead-not-settled': relocating(
    { kind: 'refused', stage: 'homesteadInspection', reasonCode: REASON },
    turnsAt('homesteadInspection', 'refuse'),
  ),
  'relocation-closed-for-household-change': relocating(
    CLOSED_FOR_CHANGE,
    inTurn(comesTo('movingIn'), householdChanges, act('householdChange', 'close', { subject: 'change-1' })),
  ),
  'settled-in': following(SETTLED_IN, toTheEnd),
  'settled-in-point-by-point': following(
    SETTLED_IN,
    inTurn(
      finds('school', 'residence'),
      settles('schoolSettlement', '1'),
      finds('residence', 'work'),
      settles('residenceSettlement', '1'),
      finds('work'),
      settles('workSettlement', '2'),
    ),
  ),
  'follow-up-closed-with-open-points': following(
    CLOSED_FOR_CHANGE,
    inTurn(
      ...[finds('school'), finds(), finds(), comesTo('followUpOpen'), householdChanges],
      act('householdChange', 'close', { subject: 'change-1' }),
    ),
  ),
  'follow-up-closed-for-household-change': following(
    CLOSED_FOR_CHANGE,
    inTurn(comesTo('followUpAwaited'), householdChanges, act('householdChange', 'close', { subject: 'change-1' })),
  ),
} as const satisfies Record<string, Scenario>;
