import { dayAfter, dayBefore } from '../../domain/rules/reconciliation.js';
import { shanghaiDate, startOfShanghaiDay } from '../../domain/rules/working-days.js';
import { unposted } from '../../prisma/bank-files.js';
import type { Db } from '../../prisma/client.js';
import { raise } from '../../prisma/discrepancies.js';
import type { BankFileModel as BankFile } from '../../prisma/generated/models.js';
import { dueAt, reconcileDay } from '../reconciliation/reconcile-day.js';
import type { Sweep, Swept } from './sweep.js';

/** How long a statement waits for results that came before it and are being posted. */
const PATIENCE_MS = 300_000;
/** A day is looked at again until so many days are over. */
const DAYS_BACK = 7;

/** 对账: every statement that came, and every result posted after it, brings its day to be reconciled (anew). */
export const reconcileDays: Sweep = async (swept, limit) => {
  const { db } = swept;
  if (await isPosting(db)) return 0;
  const files = await db.bankFile.findMany({
    where: {
      reconciledAt: null,
      OR: [{ kind: 'statement' }, { kind: 'results', posted: { gte: db.bankFile.fields.lines } }],
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  const dates = new Set<string>();
  for (const file of files) for (const date of await datesOf(db, file)) dates.add(date);
  for (const date of [...dates].toSorted()) await reconcileDay(swept, date);
  const ids = files.map(({ id }) => id);
  await db.bankFile.updateMany({ where: { id: { in: ids } }, data: { reconciledAt: new Date() } });
  return files.length;
};

/** Days that the bank has had its time for: what it has not reported by then is a discrepancy. */
export const reconcileDueDays: Sweep = async (swept) => {
  const today = shanghaiDate(Date.now());
  let date = today;
  for (let back = 0; back < DAYS_BACK; back++) {
    date = dayBefore(date);
    if (Date.now() >= dueAt(date) && (await isOpen(swept, date))) await reconcileDay(swept, date);
  }
  return 0;
};

const isPosting = async (db: Db): Promise<boolean> =>
  (await db.bankFile.count({ where: { ...unposted(db), at: { gt: new Date(Date.now() - PATIENCE_MS) } } })) > 0;

/** The days that a file of the bank says something of; those beside them too, where a booking may stand. */
async function datesOf(db: Db, file: BankFile): Promise<string[]> {
  const own = file.kind === 'statement' ? await statementDate(db, file) : await bookedOn(db, file.id);
  return [...new Set(own.flatMap((date) => [dayBefore(date), date, dayAfter(date)]))];
}

/** A statement that does not say of which day it is can be compared with nothing. */
async function statementDate(db: Db, { id, name, date, countyCode }: BankFile): Promise<string[]> {
  if (date !== null) return [date];
  await raise(db, { kind: 'unreadableFile', cause: `undated/${name}`, countyCode, fileId: id });
  return [];
}

async function bookedOn(db: Db, fileId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ date: string }[]>`
    SELECT DISTINCT to_char("bookedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "date"
    FROM "BankReportLine" WHERE "fileId" = ${fileId} AND "effect" = 'posted' AND "said" IN ('credited', 'returned')`;
  return rows.map(({ date }) => date);
}

/** Whether something of a day was not compared since it became due. */
async function isOpen({ db }: Swept, date: string): Promise<boolean> {
  const due = new Date(dueAt(date));
  const early = await db.reconciliation.count({ where: { date, signedAt: null, madeAt: { lt: due } } });
  if (early > 0) return true;
  const [since, until] = [startOfShanghaiDay(date), startOfShanghaiDay(dayAfter(date))].map((at) => new Date(at));
  const rows = await db.$queryRaw<object[]>`
    SELECT 1 FROM "BankReportLine" l
    WHERE l."effect" = 'posted' AND l."said" IN ('credited', 'returned')
      AND l."bookedAt" >= ${since} AND l."bookedAt" < ${until}
      AND NOT EXISTS (
        SELECT 1 FROM "Reconciliation" r WHERE r."date" = ${date} AND r."countyCode" = left(l."reference", 6))
    LIMIT 1`;
  return rows.length > 0;
}
