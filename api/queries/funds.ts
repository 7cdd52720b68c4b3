import { FIGURE_ACCOUNTS } from '../../domain/rules/allotment-figures.js';
import type { FundDetail, FundQuery, FundView, LedgerAccountKind } from '../../domain/schemas/ledger.js';
import { FUND_SOURCES, YEAR_END_DECISIONS } from '../../domain/texts/ledger.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { type Balance, balancesOf, totalsOf } from '../../prisma/ledger/balances.js';
import { found } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { countyNames } from './county-names.js';
import { figure, figures } from './figures.js';
import { incomeGrowthOf } from './income-growth.js';
import {
  accountsInArea,
  accountsOf,
  fundsInArea,
  fundsOf,
  type Moment,
  momentOf,
  type MoneyScope,
} from './money-scope.js';
import { type Page, pageOf, positionOf } from './page.js';
import { programmeNames } from './programme-names.js';

const ofItsYear = { yearEnd: true, carriedFrom: true } as const;
type Fund = Prisma.FundGetPayload<{ include: typeof ofItsYear }>;

const ALLOTTED = { kind: { in: [...FIGURE_ACCOUNTS.allocated] } };

/** The funds an official may see, with their figures of now or of a moment in the past, and those of all together. */
export async function fundPage(tx: Tx, who: OfficialWho, query: FundQuery) {
  const { cursor, limit, at, ...scope } = query;
  const moment = await momentOf(tx, at);
  const position = positionOf(cursor);
  const funds = await tx.fund.findMany({
    where: { AND: [fundsInArea(who), fundsOf(scope), position ? { id: { gt: position.id } } : {}] },
    include: ofItsYear,
    orderBy: { id: 'asc' },
    take: limit + 1,
  });
  const ofPage = { fundId: { in: funds.slice(0, limit).map(({ id }) => id) } };
  const balances = await balancesOf(tx, { AND: [accountsInArea(who), ofPage] }, moment.past);
  const all = await totalsOf(tx, { AND: [accountsInArea(who), accountsOf(scope), ALLOTTED] }, moment.past);
  const shares = new Map<string, FundView['incomeGrowth']>();
  for (const fund of funds.slice(0, limit)) shares.set(fund.id, await incomeGrowthOf(tx, who, fund, moment));
  const page: Page<FundView> = pageOf(
    funds,
    limit,
    ({ id }) => ({ at: null, id }),
    (fund) => ({ ...fundView(fund, balances, scope, moment), incomeGrowth: shares.get(fund.id) ?? null }),
  );
  return { ...page, at: moment.shown, totals: figures(all, scope, moment) };
}

/** A fund by county and by programme. @throws Refused NOT_FOUND, also for one that nothing of reaches his area */
export async function fundDetail(
  tx: Tx,
  who: OfficialWho,
  fundId: string,
  at: string | undefined,
): Promise<FundDetail> {
  const moment = await momentOf(tx, at);
  const fund = found(
    await tx.fund.findFirst({ where: { AND: [{ id: fundId }, fundsInArea(who)] }, include: ofItsYear }),
  );
  const balances = await balancesOf(tx, { AND: [accountsInArea(who), { fundId }] }, moment.past);
  const counties = groups(balances, (allotment) => allotment.countyCode);
  const programmes = groups(balances, (allotment) => allotment.programmeCode);
  const county = await countyNames(tx, [...counties.keys()]);
  const programme = await programmeNames(tx, [...programmes.keys()]);
  return {
    ...fundView(fund, balances, {}, moment),
    incomeGrowth: await incomeGrowthOf(tx, who, fund, moment),
    at: moment.shown,
    counties: [...counties].map(([code, group]) => ({
      ...{ county: county(code), figures: figures(group, { fund: fundId, county: code }, moment) },
    })),
    programmes: [...programmes].map(([code, group]) => ({
      ...{ programme: programme(code), figures: figures(group, { fund: fundId, programme: code }, moment) },
    })),
  };
}

function fundView(
  fund: Fund,
  balances: readonly Balance[],
  scope: MoneyScope,
  moment: Moment,
): Omit<FundView, 'incomeGrowth'> {
  const { id, name, source, fiscalYear, purpose, twoMountains, carriedFrom } = fund;
  const own = balances.filter(({ fundId }) => fundId === id);
  const kept = own.some(({ kind }) => kind === 'source');
  const meant = own.filter(({ allotment }) => allotment !== null && isMeant(allotment, scope));
  const ofFund = (kind: LedgerAccountKind) => (kept ? figure(own, [kind], { fund: id }, moment) : null);
  return {
    ...{ id, name, fiscalYear, purpose, twoMountains, source: coded(FUND_SOURCES, source) },
    endsOn: `${fiscalYear}-12-31`,
    ...{ amount: ofFund('source'), unallotted: ofFund('unallotted') },
    ...{ carriedOver: ofFund('carriedOver'), lapsed: ofFund('lapsed') },
    figures: figures(meant, { county: scope.county, programme: scope.programme, fund: id }, moment),
    ...{ yearEnd: fund.yearEnd && yearEndOf(fund.yearEnd), carriedFrom: carriedFrom?.fundId ?? null },
  };
}

const yearEndOf = ({ blockedAt, decision, decidedAt, carriedTo }: NonNullable<Fund['yearEnd']>) => ({
  blockedAt: blockedAt.toISOString(),
  decision: decision && coded(YEAR_END_DECISIONS, decision),
  ...{ decidedAt: decidedAt?.toISOString() ?? null, carriedTo },
});

type Allotment = NonNullable<Balance['allotment']>;

const isMeant = ({ countyCode, programmeCode }: Allotment, { county, programme }: MoneyScope): boolean =>
  (county === undefined || county === countyCode) && (programme === undefined || programme === programmeCode);

/** Balances of allotments by what they have in common, in its order. */
function groups(balances: readonly Balance[], by: (allotment: Allotment) => string): Map<string, Balance[]> {
  const grouped = new Map<string, Balance[]>();
  const allotted = balances.flatMap((balance) =>
    balance.allotment ? [[by(balance.allotment), balance] as const] : [],
  );
  for (const [code] of allotted.toSorted(([a], [b]) => (a < b ? -1 : 1))) grouped.set(code, []);
  for (const [code, balance] of allotted) grouped.get(code)!.push(balance);
  return grouped;
}
