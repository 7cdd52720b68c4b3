import type { Tx } from '../prisma/client.js';
import { fiscalYearOf, shift } from '../prisma/commitments.js';
import type { Reservation } from './contract.js';
import type { World } from './world.js';

/**
 * 占用指标: sets the amount aside from an allotment of the programme that has enough left, in place of what the case
 * had reserved before. Asked again it answers the same; however many ask at once, no allotment is overdrawn.
 */
export async function reserve({ db }: World, caseNo: string, amountFen: number): Promise<Reservation> {
  return await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Case" WHERE "caseNo" = ${caseNo} FOR NO KEY UPDATE`;
    const held = await tx.commitment.findUnique({ where: { caseNo } });
    if (held?.state === 'reserved' && held.amountFen === BigInt(amountFen)) return { kind: 'reserved' };
    if (held?.state === 'reserved') await shift(tx, held.allotmentId, { reserved: -held.amountFen });

    const allotmentId = await takeFrom(tx, caseNo, BigInt(amountFen));
    if (!allotmentId) {
      if (held) await tx.commitment.delete({ where: { caseNo } });
      return { kind: 'short' };
    }
    const data = { allotmentId, amountFen, state: 'reserved' } as const;
    await tx.commitment.upsert({ where: { caseNo }, create: { caseNo, ...data }, update: data });
    return { kind: 'reserved' };
  });
}

/** The allotment it was taken from; none where no one has enough. The row lock makes others wait and look again. */
async function takeFrom(tx: Tx, caseNo: string, amountFen: bigint): Promise<string | undefined> {
  const { countyCode, programmeCode, submittedAt } = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  const fiscalYear = fiscalYearOf(submittedAt);
  const [taken] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Allotment" SET "reservedFen" = "reservedFen" + ${amountFen}
    WHERE "id" = (
      SELECT "id" FROM "Allotment"
      WHERE "countyCode" = ${countyCode} AND "programmeCode" = ${programmeCode} AND "fiscalYear" = ${fiscalYear}
        AND "amountFen" - "reservedFen" - "committedFen" - "spentFen" >= ${amountFen}
      ORDER BY "documentNo" LIMIT 1 FOR UPDATE
    )
    RETURNING "id"`;
  return taken?.id;
}
