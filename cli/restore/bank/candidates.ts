import { shanghaiDate } from '../../../domain/rules/working-days.js';
import type { Tx } from '../../../prisma/client.js';
import type { Ground } from '../ground.js';

const BATCH_NO = /^\d{6}-B\d{8}-\d+$/;
const DAY_MS = 86_400_000;
/** Batches that turned out empty have no file: so many of them may follow each other. */
const GAP = 3;

/** The number of a batch and what the bank says of its file. */
export interface AskedBatch {
  readonly batchNo: string;
  readonly word: 'taken' | 'unknown';
}

/**
 * Batches whose file may have left the house since the backup, by the bank's own word: those of the engine, those that
 * the records have as not sent, and those that could have followed, since batches are numbered by county and day.
 */
export async function* filesAtBank(ground: Ground, inEngine: Iterable<string>): AsyncGenerator<AskedBatch> {
  const { db } = ground;
  const known = await db.paymentBatch.findMany({ select: { no: true, state: true } });
  const asked = new Set(known.map(({ no }) => no));
  const unsent = known.filter(({ state }) => state === 'open' || state === 'filled').map(({ no }) => no);
  const ofEngine = [...inEngine].filter((id) => BATCH_NO.test(id) && !asked.has(id));
  for (const batchNo of [...unsent, ...ofEngine]) {
    const word = await ask(ground, batchNo);
    if (word !== 'nothingOfIt') yield { batchNo, word };
    asked.add(batchNo);
  }
  for (const series of await seriesSince(db)) {
    for (let serial = 1, nothing = 0; nothing < GAP; serial++) {
      const batchNo = `${series}-${serial}`;
      if (asked.has(batchNo)) continue;
      const word = await ask(ground, batchNo);
      nothing = word === 'nothingOfIt' ? nothing + 1 : 0;
      if (word !== 'nothingOfIt') yield { batchNo, word };
      // A bank that says nothing has nothing to say of the next one either.
      if (word === 'unknown') break;
    }
  }
}

async function ask({ bank }: Ground, batchNo: string) {
  const countyCode = batchNo.slice(0, 6);
  const { name } = bank.fileOf({ batchNo, countyCode, createdAt: new Date(0).toISOString(), orders: [] });
  return await bank.ask(name);
}

/** Counties and days on which there may have been batches that the records know nothing of. */
async function seriesSince(tx: Tx): Promise<string[]> {
  const counties = await tx.county.findMany({ select: { code: true }, orderBy: { code: 'asc' } });
  const [{ until }] = await tx.$queryRaw<[{ until: Date | null }]>`
    SELECT greatest((SELECT max("recordedAt") FROM "CaseEvent"), (SELECT max("at") FROM "LedgerTransaction"),
      (SELECT max("createdAt") FROM "PaymentBatch")) AS until`;
  const days: string[] = [];
  for (let at = until?.getTime() ?? Date.now(); shanghaiDate(at) <= shanghaiDate(Date.now()); at += DAY_MS) {
    days.push(shanghaiDate(at).replaceAll('-', ''));
  }
  return counties.flatMap(({ code }) => days.map((day) => `${code}-B${day}`));
}
