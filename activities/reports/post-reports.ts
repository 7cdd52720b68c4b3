import type { ReportLine } from '../../bank/bank.js';
import { bytesOf, unposted } from '../../prisma/bank-files.js';
import type { Tx } from '../../prisma/client.js';
import type { BankFileModel as BankFile } from '../../prisma/generated/models.js';
import type { Swept } from '../sweeps/sweep.js';
import { postLines } from './post-lines.js';
import { readReport } from './read-report.js';

/** Lines that are posted in one transaction: small enough to hold up nobody, large enough to be quick. */
const CHUNK = 200;
/** Reports that are begun in one go. */
const REPORTS = 20;

/**
 * Posts the lines of the reports that are kept, the oldest first, chunk by chunk; what a killed worker left goes on
 * where it was. Any number of workers may do so: a chunk is one transaction that holds its file.
 *
 * @throws the first failure, after the other reports were posted
 */
export async function postReports(swept: Swept): Promise<void> {
  const { db } = swept;
  const files = await db.bankFile.findMany({
    where: unposted(db),
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: REPORTS,
  });
  const failures: unknown[] = [];
  for (const file of files) await postReport(swept, file).catch((failure: unknown) => failures.push(failure));
  if (failures.length > 0) throw failures[0];
}

async function postReport({ db, keyring, bank }: Swept, file: BankFile): Promise<void> {
  const { lines } = await readReport(db, bank, file.name, bytesOf(keyring, file));
  while (await db.$transaction((tx) => postChunk(tx, file, lines)));
}

/** Posts the next lines of a file; whether there are more. A file that another worker is at is his. */
async function postChunk(tx: Tx, file: BankFile, lines: readonly ReportLine[]): Promise<boolean> {
  const { id } = file;
  const [held] = await tx.$queryRaw<{ posted: number }[]>`
    SELECT "posted" FROM "BankFile" WHERE "id" = ${id} FOR NO KEY UPDATE SKIP LOCKED`;
  if (!held || held.posted >= lines.length) return false;
  const chunk = lines.slice(held.posted, held.posted + CHUNK);
  await postLines(tx, file, held.posted, chunk);
  const posted = held.posted + chunk.length;
  await tx.bankFile.update({ where: { id }, data: { posted } });
  return posted < lines.length;
}
