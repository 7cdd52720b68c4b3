import type { LedgerEntryQuery } from '../../domain/schemas/ledger.js';
import type { Db, Prisma, Tx } from '../../prisma/client.js';
import type { OfficialWho } from '../who.js';

/** Which money is meant; a key that is not given excludes nothing. */
export type MoneyScope = Pick<
  LedgerEntryQuery,
  'fiscalYear' | 'source' | 'county' | 'programme' | 'fund' | 'allotment'
>;

/** Accounts of what is allotted within an official's area, and of the funds that are kept there. */
export const accountsInArea = ({ areaCode }: OfficialWho): Prisma.LedgerAccountWhereInput => ({
  OR: [
    { allotment: { countyCode: { startsWith: areaCode } } },
    { allotmentId: null, fund: { areaCode: { startsWith: areaCode } } },
  ],
});

/** Funds that are kept within an official's area, or from which something is allotted there. */
export const fundsInArea = ({ areaCode }: OfficialWho): Prisma.FundWhereInput => ({
  OR: [{ areaCode: { startsWith: areaCode } }, { allotments: { some: { countyCode: { startsWith: areaCode } } } }],
});

const ofFund = ({ fiscalYear, source }: MoneyScope): Prisma.FundWhereInput => ({
  ...(fiscalYear !== undefined && { fiscalYear }),
  ...(source !== undefined && { source }),
});

const ofAllotment = ({ county, programme, fund, allotment }: MoneyScope): Prisma.AllotmentWhereInput => ({
  ...(county !== undefined && { countyCode: county }),
  ...(programme !== undefined && { programmeCode: programme }),
  ...(fund !== undefined && { fundId: fund }),
  ...(allotment !== undefined && { id: allotment }),
});

/** The funds of which something is meant. */
export function fundsOf(scope: MoneyScope): Prisma.FundWhereInput {
  const allotment = ofAllotment(scope);
  return { ...ofFund(scope), ...(Object.keys(allotment).length > 0 && { allotments: { some: allotment } }) };
}

export const allotmentsOf = (scope: MoneyScope): Prisma.AllotmentWhereInput => ({
  ...ofAllotment(scope),
  fund: ofFund(scope),
});

export function accountsOf({ fund, ...scope }: MoneyScope): Prisma.LedgerAccountWhereInput {
  const allotment = ofAllotment(scope);
  return {
    fund: ofFund(scope),
    ...(fund !== undefined && { fundId: fund }),
    ...(Object.keys(allotment).length > 0 && { allotment }),
  };
}

/** Figures of one answer are of one state of the books. */
export const asOfOneMoment = <Answer>(db: Db, read: (tx: Tx) => Promise<Answer>): Promise<Answer> =>
  db.$transaction(read, { isolationLevel: 'RepeatableRead' });

/** The moment that figures are of: `past` where it is one, and how it is shown. */
export interface Moment {
  readonly past: Date | undefined;
  readonly shown: string;
}

/** By PostgreSQL's clock, by which the ledger is dated (to the same millisecond); what is to come is shown as of now. */
export async function momentOf(tx: Tx, at: string | undefined): Promise<Moment> {
  const [clock] = await tx.$queryRaw<[{ now: Date }]>`SELECT clock_timestamp()::timestamptz(3) AS now`;
  const past = at !== undefined && new Date(at) < clock.now ? new Date(at) : undefined;
  return { past, shown: (past ?? clock.now).toISOString() };
}
