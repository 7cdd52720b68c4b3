import type { ErrorCode } from '../errors.js';
import type { Act } from '../schemas/act.js';
import { type Standard, subsidyFen } from './amounts.js';
import { isWithin, type QuantityLimits } from './quantities.js';

/** 长期租赁: what a programme pays of the rent of whoever can't build at all; months, fen. */
export interface RentRule extends QuantityLimits {
  readonly fenPerMonth: number;
  readonly capFen: number;
}

/** The same as a case keeps it. */
export interface RentTerms extends QuantityLimits {
  readonly standard: Standard;
}

export const rentTermsOf = ({ minimum, maximum, fenPerMonth, capFen }: RentRule): RentTerms => ({
  ...{ minimum, maximum },
  standard: { kind: 'perUnit', fenPerUnit: fenPerMonth, scale: 0, capFen },
});

/** What so many months are worth; nothing where the programme pays no rent. */
export const rentFen = (rent: RentRule | undefined, months: number): number =>
  rent ? subsidyFen(rentTermsOf(rent).standard, months) : 0;

/** Whether an act grants a rent, where the programme pays one: a long lease does, public housing costs nothing. */
const grantsRent = ({ verdict, reasonCode }: Pick<Act, 'verdict' | 'reasonCode'>): boolean =>
  verdict === 'houseOtherwise' && reasonCode === 'LONG_LEASE';

/** A long lease says for how many months, within the limits of the programme; nothing else does. */
export function rentAmiss(rent: QuantityLimits | undefined, act: Act): ErrorCode | undefined {
  const { rentMonths: months } = act;
  const isRight = rent && grantsRent(act) ? months !== undefined && isWithin(rent, months) : months === undefined;
  return isRight ? undefined : 'RENT_MONTHS_UNFIT';
}
