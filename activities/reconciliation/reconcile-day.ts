import canonicalize from 'canonicalize';
import { compare, countFits } from '../../domain/rules/reconciliation.js';
import { DAY_MS, startOfShanghaiDay } from '../../domain/rules/working-days.js';
import { sha256 } from '../../platform/digest.js';
import type { Tx } from '../../prisma/client.js';
import { lockDay } from '../../prisma/reconciliation-lock.js';
import type { Swept } from '../sweeps/sweep.js';
import { type ComparedDay, comparedDay } from './day-here.js';
import { type JudgedLine, judge, raiseMisfits } from './raise-misfits.js';

/** When a day is to be reconciled without further waiting for the bank: at the end of the day after it. */
export const dueAt = (date: string): number => startOfShanghaiDay(date) + 2 * DAY_MS;

/** As long as a transaction may take that compares a day of many counties. */
const PATIENCE = { maxWait: 15_000, timeout: 120_000 };

/**
 * 对账: compares a day of every county, the bank's statements with what the ledger has booked of them, and keeps the
 * lines. Made anew while it is unsigned; of a signed day only what is found further is raised. A day without a statement
 * is left alone until the bank has had its time.
 */
export async function reconcileDay(swept: Pick<Swept, 'db' | 'keyring' | 'bank'>, date: string): Promise<void> {
  await swept.db.$transaction(async (tx) => {
    await lockDay(tx, date);
    const day = await comparedDay(swept, tx, date);
    const isDue = Date.now() >= dueAt(date);
    if (day.bank.files.length === 0 && !isDue) return;
    const complete = isDue || day.bank.files.some(({ at }) => at.getTime() >= startOfShanghaiDay(date) + DAY_MS);
    for (const countyCode of day.counties) await reconcileCounty(tx, { date, day, countyCode, complete, isDue });
  }, PATIENCE);
}

interface CountyDay {
  readonly date: string;
  readonly day: ComparedDay;
  readonly countyCode: string;
  /** Whether the bank's statements are of the whole day. */
  readonly complete: boolean;
  readonly isDue: boolean;
}

async function reconcileCounty(tx: Tx, county: CountyDay): Promise<void> {
  const { date, day, countyCode, isDue } = county;
  const lines = judge(date, countyCode, compare(oursOf(county), day.bank.byCounty.get(countyCode) ?? []));
  await raiseMisfits(tx, { date, countyCode, lines, isDue, fileId: day.bank.files.at(-1)?.id ?? null });
  // What belongs to no county is nobody's to sign: its discrepancies are everybody's.
  if (countyCode !== '') await keep(tx, county, lines);
}

/** A statement of the day so far can't have what was booked after it. */
function oursOf({ day, countyCode, complete }: CountyDay) {
  const ours = day.ours.get(countyCode) ?? [];
  if (complete) return ours;
  const there = new Set(day.bank.byCounty.get(countyCode)?.map(({ reference, says }) => `${reference} ${says}`));
  return ours.filter(
    ({ reference, says, bookedAt }) => there.has(`${reference} ${says}`) || bookedAt.getTime() < day.bank.lastBookedAt,
  );
}

async function keep(
  tx: Tx,
  { date, day, countyCode, complete }: CountyDay,
  lines: readonly JudgedLine[],
): Promise<void> {
  const where = { countyCode_date: { countyCode, date } };
  const known = await tx.reconciliation.findUnique({ where });
  if (known?.signedAt) return;
  const statements = day.bank.files.map(({ name }) => name);
  const files = day.bank.files.map(({ sha256: digest }) => digest);
  const digest = sha256(canonicalize({ countyCode, date, complete, files, lines })!);
  const { matchedFen, ...counts } = countFits(lines);
  const made = { ...counts, matchedFen, statements, complete, digest, madeAt: new Date() };
  await tx.reconciliation.upsert({ where, create: { countyCode, date, ...made }, update: made });
  if (known?.digest === digest) return;
  await tx.reconciliationLine.deleteMany({ where: { countyCode, date } });
  await tx.reconciliationLine.createMany({
    data: lines.map(({ fit, reference, says, ourFen, bankFen, cause }, index) => ({
      ...{ countyCode, date, line: index + 1, fit, reference, said: says, cause, ourFen, bankFen },
    })),
  });
}
