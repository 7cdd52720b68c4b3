import type { Outcome } from '../../../domain/schemas/outcome.js';
import { RENOVATION_FEN, RENT, renovation } from '../../workflows/support/inputs.js';
import { type Filing, filed, type Scenario } from './scenario.js';
import { act, comesTo, inTurn, toTheEnd, type Way } from './ways.js';

const inRentedHome = (outcome: Outcome, way: Way, { world }: Filing = {}): Scenario =>
  filed(outcome, inTurn(comesTo('housingApproval'), way, toTheEnd), () => renovation({ rent: RENT }), world);
const leasedFor = (rentMonths: number) =>
  act('housingApproval', 'houseOtherwise', { reasonCode: 'LONG_LEASE', rentMonths });
const agrees = act('payeeConsent', 'agreeToPayee', { subject: 'lessor-1', papers: ['5c'.repeat(32)] });
const moneyFor =
  (fen: number): Way =>
  async ({ world }) => {
    world.allotmentFen = fen;
  };

/** 长期租赁: whoever can't build, where the programme pays the rent. */
export const RENTS = {
  'rent-paid-to-the-lessor': inRentedHome(
    { kind: 'housedOtherwise', amountFen: 1_080_000 },
    inTurn(leasedFor(36), comesTo('otherHousing'), agrees),
  ),
  'rent-at-its-cap-after-it-could-not-be-set-aside': inRentedHome(
    { kind: 'housedOtherwise', amountFen: 1_500_000 },
    inTurn(leasedFor(60), moneyFor(1_500_000), leasedFor(60)),
    { world: (world) => (world.allotmentFen = 1_499_999) },
  ),
  'renovated-where-a-rent-could-not-be-set-aside': inRentedHome(
    { kind: 'completed', amountFen: RENOVATION_FEN },
    inTurn(leasedFor(12), moneyFor(RENOVATION_FEN), act('housingApproval', 'pass')),
    { world: (world) => (world.allotmentFen = 0) },
  ),
  'public-housing-where-rents-are-paid': inRentedHome(
    { kind: 'housedOtherwise' },
    act('housingApproval', 'houseOtherwise', { reasonCode: 'PUBLIC_HOUSING' }),
  ),
} as const satisfies Record<string, Scenario>;
