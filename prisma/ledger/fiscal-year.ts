import { Prisma, type Tx } from '../client.js';
import type { CommitmentPart } from '../generated/enums.js';
import type { AllotmentModel } from '../generated/models.js';

/** The fiscal year that it is, by PostgreSQL's clock: it ends on 31 December at 24:00 in Shanghai. */
export const THIS_YEAR = Prisma.sql`extract(year FROM clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::int`;

export async function currentFiscalYear(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<[{ year: number }]>`SELECT ${THIS_YEAR} AS year`;
  return row.year;
}

/**
 * The allotments that money can be set aside from now: of the fiscal year that it is, whenever the application came,
 * since nothing more is taken from a year that is closed; for a part, of funds of whoever bears it. What was carried over
 * comes first, then by document number.
 */
export async function openAllotments(
  tx: Tx,
  { countyCode, programmeCode }: Pick<AllotmentModel, 'countyCode' | 'programmeCode'>,
  part: CommitmentPart = 'whole',
): Promise<AllotmentModel[]> {
  return await tx.allotment.findMany({
    where: {
      ...{ countyCode, programmeCode, fiscalYear: await currentFiscalYear(tx) },
      fund: { yearEnd: null, ...(part !== 'whole' && { source: part }) },
    },
    orderBy: [{ carriedFromId: { sort: 'asc', nulls: 'last' } }, { documentNo: 'asc' }, { id: 'asc' }],
  });
}

/** The first of these allotments with enough available; none where no one has. */
export async function firstWith(
  tx: Tx,
  allotmentIds: readonly string[],
  amountFen: bigint,
): Promise<string | undefined> {
  const accounts = await tx.ledgerAccount.findMany({
    where: { allotmentId: { in: [...allotmentIds] }, kind: 'available', balanceFen: { gte: amountFen } },
  });
  return allotmentIds.find((id) => accounts.some(({ allotmentId }) => allotmentId === id));
}
