import { FIGURE_ACCOUNTS } from '../../domain/rules/allotment-figures.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { MoneyUse } from '../../domain/schemas/supervision.js';
import type { Tx } from '../../prisma/client.js';
import { type Balance, balancesOf } from '../../prisma/ledger/balances.js';
import type { OfficialWho } from '../who.js';
import { figures } from './figures.js';
import { accountsInArea, momentOf } from './money-scope.js';
import { programmeNames } from './programme-names.js';

/** What became of the allotments of a year within an official's area, by fund and programme; of this year unless said. */
export async function moneyUse(tx: Tx, who: OfficialWho, asked: number | undefined): Promise<MoneyUse> {
  const fiscalYear = asked ?? Number(shanghaiDate(Date.now()).slice(0, 4));
  const moment = await momentOf(tx, undefined);
  const allotted = { kind: { in: [...FIGURE_ACCOUNTS.allocated] }, allotment: { fund: { fiscalYear } } };
  const groups = grouped(await balancesOf(tx, { AND: [accountsInArea(who), allotted] }));
  const funds = await tx.fund.findMany({ where: { fiscalYear }, select: { id: true, name: true } });
  const fundName = new Map(funds.map(({ id, name }) => [id, name]));
  const programme = await programmeNames(
    tx,
    groups.map(({ code }) => code),
  );
  return {
    ...{ fiscalYear, at: moment.shown },
    items: groups.map(({ fundId, code, balances }) => ({
      fund: { id: fundId, name: fundName.get(fundId) ?? fundId },
      programme: programme(code),
      figures: figures(balances, { fund: fundId, programme: code }, moment),
    })),
  };
}

interface Group {
  readonly fundId: string;
  readonly code: string;
  readonly balances: Balance[];
}

function grouped(balances: readonly Balance[]): Group[] {
  const groups = new Map<string, Group>();
  for (const balance of balances) {
    const { fundId, allotment } = balance;
    const code = allotment?.programmeCode ?? '';
    const group = groups.get(`${fundId} ${code}`) ?? { fundId, code, balances: [] };
    group.balances.push(balance);
    groups.set(`${fundId} ${code}`, group);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
