import type { Outcome } from '../../../domain/schemas/outcome.js';
import { REASON } from '../../workflows/support/acts.js';
import { AMOUNT_FEN, application, RELOCATION_FEN, relocation } from '../../workflows/support/inputs.js';
import type { World } from '../../workflows/support/world.js';
import { filed, type Scenario } from './scenario.js';
import { act, comesTo, householdChanges, inTurn, toTheEnd, type Way } from './ways.js';

/** Owed in another case of the household, by order of officials to be kept back. */
const owing =
  (amountFen: number, more: (world: World) => void = () => {}) =>
  (world: World): void => {
    world.claims = [{ caseNo: '330127-2026-900001-0', amountFen }];
    more(world);
  };

const completed = (amountFen = AMOUNT_FEN): Outcome => ({ kind: 'completed', amountFen });
const project = (outcome: Outcome, way: Way, world: (world: World) => void): Scenario =>
  filed(outcome, way, () => application(), world);

/** Cases that pay a household which owes for another. */
export const SET_OFFS = {
  'set-off-in-part': project(completed(), toTheEnd, owing(AMOUNT_FEN / 3)),
  'set-off-in-full': project(completed(), toTheEnd, owing(AMOUNT_FEN)),
  'set-off-once-though-returned': project(
    completed(),
    inTurn(comesTo('accountCorrection'), act('accountCorrection', 'confirmAccount'), toTheEnd),
    owing(AMOUNT_FEN / 3, (world) => (world.bank = [{ result: 'returned', reasonCode: 'ACCOUNT_CLOSED' }])),
  ),
  'set-off-and-closed-for-household-change': project(
    { kind: 'closedForChange', stage: 'householdChange', reasonCode: REASON },
    inTurn(comesTo('paymentReview'), householdChanges, act('householdChange', 'close', { subject: 'change-1' })),
    owing(AMOUNT_FEN / 3),
  ),
  'set-off-of-first-instalment': filed(
    completed(RELOCATION_FEN),
    toTheEnd,
    () => relocation(),
    owing(RELOCATION_FEN / 8),
  ),
} as const satisfies Record<string, Scenario>;
