import type { AllotmentQuery, AllotmentView } from '../../domain/schemas/ledger.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { balancesOf } from '../../prisma/ledger/balances.js';
import type { OfficialWho } from '../who.js';
import { countyNames } from './county-names.js';
import { figures } from './figures.js';
import { allotmentsOf, type Moment, momentOf } from './money-scope.js';
import { pageOf, positionOf } from './page.js';
import { programmeNames } from './programme-names.js';

/** The allotments of an official's area, with their figures of now or of a moment in the past. */
export async function allotmentPage(tx: Tx, who: OfficialWho, { cursor, limit, at, ...scope }: AllotmentQuery) {
  const moment = await momentOf(tx, at);
  const position = positionOf(cursor);
  const inArea = { countyCode: { startsWith: who.areaCode } };
  const rows = await tx.allotment.findMany({
    where: { AND: [inArea, allotmentsOf(scope), position ? { id: { gt: position.id } } : {}] },
    include: { fund: true },
    orderBy: { id: 'asc' },
    take: limit + 1,
  });
  const view = await views(tx, rows, moment);
  return { ...pageOf(rows, limit, ({ id }) => ({ at: null, id }), view), at: moment.shown };
}

/** An allotment as it is now. */
export async function allotmentView(tx: Tx, id: string): Promise<AllotmentView> {
  const row = await tx.allotment.findUniqueOrThrow({ where: { id }, include: { fund: true } });
  return (await views(tx, [row], await momentOf(tx, undefined)))(row);
}

type Row = Prisma.AllotmentGetPayload<{ include: { fund: true } }>;

/** How allotments are shown, with their figures of a moment. */
async function views(tx: Tx, rows: readonly Row[], moment: Moment): Promise<(row: Row) => AllotmentView> {
  const balances = await balancesOf(tx, { allotmentId: { in: rows.map(({ id }) => id) } }, moment.past);
  const county = await countyNames(
    tx,
    rows.map(({ countyCode }) => countyCode),
  );
  const programme = await programmeNames(
    tx,
    rows.map(({ programmeCode }) => programmeCode),
  );
  return (row) => {
    const { id, fund, documentNo, accountCode, fiscalYear, forIncomeGrowth, carriedFromId } = row;
    const own = balances.filter(({ allotment }) => allotment?.id === id);
    return {
      ...{ id, documentNo, accountCode, fiscalYear, forIncomeGrowth, fund: { id: fund.id, name: fund.name } },
      ...{ county: county(row.countyCode), programme: programme(row.programmeCode), carriedFrom: carriedFromId },
      figures: figures(own, { allotment: id }, moment),
    };
  };
}
