import { termEnd } from '../../domain/rules/terms.js';
import type { Transition } from '../../domain/schemas/transition.js';
import type { Tx } from '../../prisma/client.js';
import { countyDays } from '../../prisma/rules-in-force.js';
import { currentPublication } from './publication.js';
import type { RecordedCase } from './recorded-case.js';

/** When the term of the stage that a transition enters ends, epoch ms; undefined where it has none. */
export async function dueAtOf(file: RecordedCase, transition: Transition): Promise<Date | undefined> {
  if (transition.kind !== 'entered' || !transition.term) return undefined;
  const { tx, row } = file;
  const { stage, term, at, from = at } = transition;
  if (stage !== 'publicNotice') return await termEndIn(tx, row.countyCode, from, term);

  const { closesAt, postedAt } = await currentPublication(file);
  // From the later of both clocks: a notice never closes early, whatever the clocks of the machines do.
  const began = closesAt && postedAt ? postedAt.getTime() : Math.max(from, await databaseNow(tx));
  const end = await termEndIn(tx, row.countyCode, began, term);
  // Back from a hearing, in which the calendar may have changed: later, never earlier.
  return closesAt && closesAt > end ? closesAt : end;
}

/** The end of a term by the county's calendar as it is now. */
export async function termEndIn(
  tx: Tx,
  countyCode: string,
  from: number,
  term: Parameters<typeof termEnd>[1],
): Promise<Date> {
  const { calendar, dayLength } = await countyDays(tx, countyCode, from);
  return new Date(termEnd(from, term, calendar, dayLength));
}

/** The database's clock, epoch ms: the one all closing times are held against. */
async function databaseNow(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<[{ now: Date }]>`SELECT clock_timestamp() AS now`;
  return row.now.getTime();
}
