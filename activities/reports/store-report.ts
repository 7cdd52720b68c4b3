import { type BankReport, ReportUnreadable } from '../../bank/bank.js';
import { sumFen } from '../../domain/rules/fen.js';
import { keptFile } from '../../prisma/bank-files.js';
import type { Tx } from '../../prisma/client.js';
import { raise, settleItself } from '../../prisma/discrepancies.js';
import type { BankFileKind } from '../../prisma/generated/enums.js';
import type { Swept } from '../sweeps/sweep.js';
import { countyNamed } from './county-named.js';
import { heedRefusal } from './heed-refusal.js';
import { readReport } from './read-report.js';

/** After what came could not be read, it is fetched again: soon, then later and later. */
const FIRST_AGAIN_MS = 2000;
const LAST_AGAIN_MS = 3_600_000;

interface Fetched {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Keeps what the bank reported as it came. The same bytes are kept once, under whatever name they come. What can't be
 * read, or is not whole, is kept and counts for nothing: it is a discrepancy until the whole of it comes under its name.
 */
export async function storeReport({ db, keyring, bank }: Swept, fetched: Fetched): Promise<void> {
  const report = await unlessUnreadable(readReport(db, bank, fetched.name, fetched.bytes));
  await db.$transaction(async (tx) => {
    const countyCode = await countyOf(tx, fetched.name, report);
    const fileId = await keep(tx, { ...keptFile(keyring, countyCode, fetched), ...(await contentOf(tx, report)) });
    if (report) await heedRefusal(tx, keyring, report, fileId);
    if (report) await noteRead(tx, fetched.name, fileId);
    else await noteUnreadable(tx, fetched.name, fileId, countyCode);
  });
}

async function unlessUnreadable(report: Promise<BankReport>): Promise<BankReport | undefined> {
  try {
    return await report;
  } catch (error) {
    if (error instanceof ReportUnreadable) return undefined;
    throw error;
  }
}

/** Whose report it is: its batch's, or that of the county that all its lines are about, or that its name begins with. */
async function countyOf(tx: Tx, name: string, report: BankReport | undefined): Promise<string> {
  const named = await countyNamed(tx);
  if (report?.batchNo !== undefined) return named(report.batchNo);
  const [county, another] = new Set(report?.lines.map(({ reference }) => named(reference)));
  return county !== undefined && another === undefined ? county : named(name);
}

async function contentOf(tx: Tx, report: BankReport | undefined) {
  if (!report) return { kind: 'unreadable' as const, lines: 0, sumFen: 0n };
  const { kind, date, lines } = report;
  // A batch that is none of ours is not referred to.
  const batch = await tx.paymentBatch.findUnique({ where: { no: report.batchNo ?? '' } });
  return {
    ...{ kind, lines: lines.length, sumFen: BigInt(sumFen(lines.map(({ amountFen }) => amountFen))) },
    ...{ date: date ?? null, batchNo: batch?.no ?? null },
  };
}

type NewFile = ReturnType<typeof keptFile> & Awaited<ReturnType<typeof contentOf>>;

async function keep(tx: Tx, file: NewFile): Promise<string> {
  await tx.bankFile.createMany({ data: [file], skipDuplicates: true });
  const { kind, sha256 }: { kind: BankFileKind; sha256: string } = file;
  return (await tx.bankFile.findUniqueOrThrow({ where: { kind_sha256: { kind, sha256 } } })).id;
}

const causeOf = (name: string): string => `unreadableFile/${name}`;

async function noteRead(tx: Tx, name: string, fileId: string): Promise<void> {
  const data = { fileId, fetchAt: null };
  await tx.bankReportName.upsert({ where: { name }, create: { name, ...data }, update: data });
  await settleItself(tx, [causeOf(name)], 'WHOLE_FILE_CAME');
}

async function noteUnreadable(tx: Tx, name: string, fileId: string, countyCode: string): Promise<void> {
  const { unreadable } = await tx.bankReportName.upsert({
    where: { name },
    create: { name, fileId, unreadable: 1 },
    update: { fileId, unreadable: { increment: 1 } },
  });
  const pause = Math.min(FIRST_AGAIN_MS * 2 ** (unreadable - 1), LAST_AGAIN_MS);
  await tx.bankReportName.update({ where: { name }, data: { fetchAt: new Date(Date.now() + pause) } });
  await raise(tx, { kind: 'unreadableFile', cause: causeOf(name), countyCode, fileId });
}
