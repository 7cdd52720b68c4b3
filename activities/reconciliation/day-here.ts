import { countyOf } from '../../domain/rules/county-of.js';
import { dayAfter, dayBefore, type Movement, statementDay } from '../../domain/rules/reconciliation.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { Tx } from '../../prisma/client.js';
import type { Swept } from '../sweeps/sweep.js';
import { type Booked, ourMovements } from './our-movements.js';
import { type DayAtBank, dayAtBank } from './statements.js';

/** What is compared for one day: the bank's statements, and ours that belong to them, by county. */
export interface ComparedDay {
  readonly bank: DayAtBank;
  readonly ours: ReadonlyMap<string, readonly Booked[]>;
  /** Counties of which anything was booked on that day, here or at the bank. */
  readonly counties: readonly string[];
}

/** Reads a day at the bank and here; a booking is compared on one day only, its own or one beside it. */
export async function comparedDay(swept: Pick<Swept, 'keyring' | 'bank'>, tx: Tx, date: string): Promise<ComparedDay> {
  const [before, after] = [dayBefore(date), dayAfter(date)];
  const days = new Map<string, DayAtBank>();
  for (const day of [dayBefore(before), before, date, after]) days.set(day, await dayAtBank(swept, tx, day));
  const keys = new Map([...days].map(([day, { byCounty }]) => [day, keysOf([...byCounty.values()].flat())]));
  const booked = await ourMovements(tx, before, after);
  const ours = new Map<string, Booked[]>();
  for (const movement of booked) {
    const isOn = (day: string): boolean => keys.get(day)?.has(keyOf(movement)) ?? false;
    if (statementDay(dayOf(movement), isOn) !== date || !(movement.inLedger || isOn(date))) continue;
    const county = countyOf(movement.reference);
    ours.set(county, [...(ours.get(county) ?? []), movement]);
  }
  const bank = days.get(date)!;
  const onDay = booked.filter((movement) => dayOf(movement) === date).map(({ reference }) => countyOf(reference));
  return { bank, ours, counties: [...new Set([...bank.byCounty.keys(), ...ours.keys(), ...onDay])].toSorted() };
}

const dayOf = ({ bookedAt }: Booked): string => shanghaiDate(bookedAt.getTime());
const keyOf = ({ reference, says }: Movement): string => `${reference} ${says}`;
const keysOf = (movements: readonly Movement[]): Set<string> => new Set(movements.map(keyOf));
