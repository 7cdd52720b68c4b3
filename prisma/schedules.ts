import { canonicalLines, controlTotals, type SignedLine } from '../domain/rules/schedule-lines.js';
import { shanghaiDate } from '../domain/rules/working-days.js';
import { sha256 } from '../platform/digest.js';
import { Prisma, type Tx } from './client.js';
import { nextSerial } from './serials.js';

/** The next number of a county's payee schedules: `330127-2026-S000001`. */
export async function nextScheduleNo(tx: Tx, countyCode: string, at: Date): Promise<string> {
  const year = shanghaiDate(at.getTime()).slice(0, 4);
  const serial = await nextSerial(tx, `schedule/${countyCode}/${year}`);
  return `${countyCode}-${year}-S${String(serial).padStart(6, '0')}`;
}

/** A schedule that finance is to review anew. */
export const UNREVIEWED = {
  ...{ reviewedById: null, reviewedAt: null, review: Prisma.DbNull, reviewSigned: Prisma.DbNull },
  ...{ thirdById: null, thirdAt: null, thirdSigned: Prisma.DbNull },
} satisfies Prisma.PayeeScheduleUpdateManyMutationInput;

/** SHA-256 of the cases that a schedule asks, whatever they answer: signed by whoever makes it. */
export async function casesDigest(tx: Tx, scheduleNo: string): Promise<string> {
  const lines = await linesOf(tx, scheduleNo);
  return sha256(lines.map(({ caseNo }) => caseNo).join('\n'));
}

/** SHA-256 of its cases and their orders with the amounts: signed by whoever reviews it. */
export async function ordersDigest(tx: Tx, scheduleNo: string): Promise<string> {
  const lines = await linesOf(tx, scheduleNo);
  return sha256(lines.map((line) => `${line.caseNo}|${line.reference ?? ''}|${line.amountFen ?? ''}`).join('\n'));
}

interface OrderLine {
  readonly caseNo: string;
  readonly reference: string | null;
  readonly amountFen: bigint | null;
}

const linesOf = async (tx: Tx, scheduleNo: string): Promise<OrderLine[]> =>
  await tx.$queryRaw<OrderLine[]>`
    SELECT l."caseNo", l."reference", p."amountFen" FROM "PayeeScheduleLine" l
    LEFT JOIN "Payment" p ON p."reference" = l."reference"
    WHERE l."scheduleNo" = ${scheduleNo} ORDER BY l."caseNo" COLLATE "C"`;

/** What is signed of a schedule: its control totals and the SHA-256 of its lines. */
export const sealOf = (lines: readonly SignedLine[]) => ({
  ...controlTotals(lines),
  digest: sha256(canonicalLines(lines)),
});
