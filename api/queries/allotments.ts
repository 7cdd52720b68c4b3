import type { AllotmentQuery, AllotmentView } from '../../domain/schemas/ledger.js';
import type { Tx } from '../../prisma/client.js';
import { balancesOf } from '../../prisma/ledger/balances.js';
import type { OfficialWho } from '../who.js';
import { countyNames } from './county-names.js';
import { figures } from './figures.js';
import { allotmentsOf, momentOf } from './money-scope.js';
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
  const balances = await balancesOf(tx, { allotmentId: { in: rows.map(({ id }) => id) } }, moment.past);
  const county = await countyNames(
    tx,
    rows.map(({ countyCode }) => countyCode),
  );
  const programme = await programmeNames(
    tx,
    rows.map(({ programmeCode }) => programmeCode),
  );
  const view = (row: (typeof rows)[number]): AllotmentView => {
    const { id, fund, documentNo, accountCode, fiscalYear, forIncomeGrowth } = row;
    const own = balances.filter(({ allotment }) => allotment?.id === id);
    return {
      ...{ id, documentNo, accountCode, fiscalYear, forIncomeGrowth, fund: { id: fund.id, name: fund.name } },
      ...{ county: county(row.countyCode), programme: programme(row.programmeCode) },
      figures: figures(own, { allotment: id }, moment),
    };
  };
  return { ...pageOf(rows, limit, ({ id }) => ({ at: null, id }), view), at: moment.shown };
}
