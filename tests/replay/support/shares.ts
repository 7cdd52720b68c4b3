import type { Outcome } from '../../../domain/schemas/outcome.js';
import { REASON } from '../../workflows/support/acts.js';
import { AMOUNT_FEN, application } from '../../workflows/support/inputs.js';
import { paymentMaker } from '../../workflows/support/people.js';
import { type Filing, filed, type Scenario } from './scenario.js';
import { act, comesTo, inTurn, moneyComes, toTheEnd, turnsAt, type Way } from './ways.js';

const share = (outcome: Outcome, way: Way, { world, ...changes }: Filing = {}): Scenario => {
  const of = { dividendNo: '339901-2026-D0001', payeeId: 'collective-1' };
  const nobodys = { workflow: 'collectiveShare', householdId: '', share: of } as const;
  return filed(outcome, way, () => application({ ...nobodys, ...changes }), world);
};
const paid: Outcome = { kind: 'completed', amountFen: AMOUNT_FEN };
const TOO_LITTLE: Pick<Filing, 'world'> = { world: (world) => (world.allotmentFen = AMOUNT_FEN - 1) };

/** Every ending of the collective's share of a dividend. */
export const SHARES = {
  'share-paid': share(paid, toTheEnd),
  'share-paid-after-money-was-found': share(paid, inTurn(comesTo('periodFunding'), moneyComes, toTheEnd), TOO_LITTLE),
  'share-paid-after-returned-payment': share(
    paid,
    inTurn(comesTo('accountCorrection'), act('accountCorrection', 'confirmAccount', { by: paymentMaker }), toTheEnd),
    { world: (world) => (world.bank = [{ result: 'returned', reasonCode: 'ACCOUNT_CLOSED' }]) },
  ),
  'share-refused-without-money': share(
    { kind: 'refused', stage: 'periodFunding', reasonCode: REASON },
    turnsAt('periodFunding', 'refuse'),
    TOO_LITTLE,
  ),
} as const satisfies Record<string, Scenario>;
