import { countyOf } from '../../../domain/rules/county-of.js';
import { DAY_MS, shanghaiDate } from '../../../domain/rules/working-days.js';
import type { Ground } from '../ground.js';
import { isBatch } from './batches.js';

/** Batches that turned out empty have no file: so many of them may follow each other. */
const GAP = 3;

/** The number of a batch and what the bank says of its file. */
export interface AskedBatch {
  readonly batchNo: string;
  readonly word: 'taken' | 'unknown';
}

/**
 * Batches whose file may have left the house since the backup, by the bank's own word: those of the engine, those that
 * the records have as not sent, and those that could have followed, since batches are numbered by county and day. Of the
 * latter only those count that the bank has: most of them never were.
 */
export async function* filesAtBank(
  ground: Ground,
  inEngine: Iterable<string>,
  { unknownIsNever }: Reliance,
): AsyncGenerator<AskedBatch> {
  const { db } = ground;
  const known = await db.paymentBatch.findMany({ select: { no: true, state: true } });
  const asked = new Set(known.map(({ no }) => no));
  const unsent = known.filter(({ state }) => state === 'open' || state === 'filled').map(({ no }) => no);
  const ofEngine = [...inEngine].filter((id) => isBatch(id) && !asked.has(id));
  for (const batchNo of [...unsent, ...ofEngine]) {
    const word = await ask(ground, batchNo);
    const never = word === 'nothingOfIt' || (word === 'unknown' && unknownIsNever);
    if (!never) yield { batchNo, word };
    asked.add(batchNo);
  }
  for (const series of await seriesSince(ground)) {
    for (let serial = 1, nothing = 0; nothing < GAP; serial++) {
      const batchNo = `${series}-${serial}`;
      if (asked.has(batchNo)) continue;
      const word = await ask(ground, batchNo);
      nothing = word === 'taken' ? 0 : nothing + 1;
      if (word === 'taken') yield { batchNo, word };
    }
  }
}

/** Whether the bank can be asked, and whether its "unknown" of a file means that it never was. */
export interface Reliance {
  readonly canBeAsked: boolean;
  readonly unknownIsNever: boolean;
}

/**
 * Asks about the last file that the bank is known to have. If it does not know that one, everything may have left. In a
 * folder that knows it, a file without a mark was never laid ready.
 */
export async function relianceOn(ground: Ground): Promise<Reliance> {
  const { db, bank } = ground;
  const last = await db.paymentBatch.findFirst({
    where: { takenAt: { not: null }, files: { some: { kind: 'orders' } } },
    orderBy: { takenAt: 'desc' },
  });
  const answers = await bank.listReports().then(
    () => true,
    () => false,
  );
  const knowsIt = answers && last !== null && (await ask(ground, last.no)) === 'taken';
  return { canBeAsked: answers && (last === null || knowsIt), unknownIsNever: bank.real && knowsIt };
}

async function ask({ bank }: Ground, batchNo: string) {
  const countyCode = countyOf(batchNo);
  const { name } = bank.fileOf({ batchNo, countyCode, createdAt: new Date(0).toISOString(), orders: [] });
  return await bank.ask(name);
}

/** Counties and days on which there may have been batches that the records know nothing of. */
async function seriesSince({ db, bank }: Ground): Promise<string[]> {
  const rows = await db.county.findMany({ select: { code: true }, orderBy: { code: 'asc' } });
  const counties = rows.filter(({ code }) => bank.counties?.includes(code) ?? true);
  const [{ until }] = await db.$queryRaw<[{ until: Date | null }]>`
    SELECT greatest((SELECT max("recordedAt") FROM "CaseEvent"), (SELECT max("at") FROM "LedgerTransaction"),
      (SELECT max("createdAt") FROM "PaymentBatch")) AS until`;
  const days: string[] = [];
  for (let at = until?.getTime() ?? Date.now(); shanghaiDate(at) <= shanghaiDate(Date.now()); at += DAY_MS) {
    days.push(shanghaiDate(at).replaceAll('-', ''));
  }
  return counties.flatMap(({ code }) => days.map((day) => `${code}-B${day}`));
}
