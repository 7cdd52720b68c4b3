import { countyOf } from '../../domain/rules/county-of.js';
import {
  type AssetView,
  type DividendQuery,
  DividendRuleSchema,
  type DividendView,
} from '../../domain/schemas/dividend.js';
import { DIVIDEND_STATES } from '../../domain/texts/dividends.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import { collectivesIn, onlyOne } from '../../prisma/collectives.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { reserveOf } from '../../prisma/dividends.js';
import { shareId } from '../../prisma/shares.js';
import { found } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { behind } from './newest-first.js';
import { type Page, pageOf, positionOf } from './page.js';
import { payeeName } from './payee-name.js';
import { paymentView } from './payments.js';
import { withinArea } from './visible.js';

const withIncomes = { incomes: { orderBy: { year: 'desc' } } } as const satisfies Prisma.AssetInclude;
type AssetRow = Prisma.AssetGetPayload<{ include: typeof withIncomes }>;
const withAsset = { asset: true, collective: true } as const satisfies Prisma.DividendInclude;
type Row = Prisma.DividendGetPayload<{ include: typeof withAsset }>;

/** An asset that this official may see. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function visibleAsset(tx: Tx, who: OfficialWho, id: string): Promise<AssetRow> {
  const asset = found(await tx.asset.findUnique({ where: { id }, include: withIncomes }));
  withinArea(who, asset.areaCode);
  return asset;
}

export async function assetView(tx: Tx, { id, rule, incomes, ...asset }: AssetRow): Promise<AssetView> {
  const { name, areaCode, programmeCode, documentNo } = asset;
  return {
    ...{ id, name, areaCode, programmeCode, documentNo, rule: DividendRuleSchema.parse(rule) },
    reserveFen: Number(await reserveOf(tx, id)),
    incomes: incomes.map((income) => ({ ...income, amountFen: Number(income.amountFen) })),
  };
}

export async function assetPage(tx: Tx, who: OfficialWho, { cursor, limit }: DividendQuery): Promise<Page<AssetView>> {
  const rows = await tx.asset.findMany({
    where: { ...ofArea(who), ...behind(positionOf(cursor), 'createdAt', 'id') },
    include: withIncomes,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  const page = pageOf(
    rows,
    limit,
    ({ createdAt, id }) => ({ at: createdAt, id }),
    (row) => row,
  );
  return { ...page, items: await Promise.all(page.items.map((row) => assetView(tx, row))) };
}

/** A dividend that this official may see. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function visibleDividend(tx: Tx, who: OfficialWho, no: string): Promise<Row> {
  const dividend = found(await tx.dividend.findUnique({ where: { no }, include: withAsset }));
  withinArea(who, dividend.asset.areaCode);
  return dividend;
}

export async function dividendPage(
  tx: Tx,
  who: OfficialWho,
  { cursor, limit }: DividendQuery,
): Promise<Page<DividendView>> {
  const rows = await tx.dividend.findMany({
    where: {
      ...{ countyCode: countyOf(who.areaCode), asset: ofArea(who) },
      ...behind(positionOf(cursor), 'madeAt', 'no'),
    },
    include: withAsset,
    orderBy: [{ madeAt: 'desc' }, { no: 'desc' }],
    take: limit + 1,
  });
  const page = pageOf(
    rows,
    limit,
    ({ madeAt, no }) => ({ at: madeAt, id: no }),
    (row) => row,
  );
  return { ...page, items: await Promise.all(page.items.map((row) => dividendView(tx, row))) };
}

const ofArea = (who: OfficialWho) => ({
  ...{ countyCode: countyOf(who.areaCode), areaCode: { startsWith: who.areaCode } },
});

export async function dividendView(tx: Tx, row: Row): Promise<DividendView> {
  const { no, asset, year, state, incomeFen, collectiveFen, reserveFen, householdsFen, digest, madeAt, approvedAt } =
    row;
  return {
    ...{ no, year, digest, asset: { id: asset.id, name: asset.name }, state: coded(DIVIDEND_STATES, state) },
    ...{ incomeFen: Number(incomeFen), madeAt: madeAt.toISOString(), approvedAt: approvedAt?.toISOString() ?? null },
    ...{ progress: await progressOf(tx, no), collective: await collectiveOf(tx, row) },
    sums:
      collectiveFen === null
        ? null
        : {
            collectiveFen: Number(collectiveFen),
            reserveFen: Number(reserveFen),
            householdsFen: Number(householdsFen),
          },
  };
}

async function progressOf(tx: Tx, dividendNo: string): Promise<DividendView['progress']> {
  const parts = await tx.dividendPart.aggregate({ where: { dividendNo }, _count: { _all: true, amountFen: true } });
  const handedOn = await tx.dividendPart.count({ where: { dividendNo, handedOn: true } });
  const runs = { entitlement: { isNot: null }, period: dividendNo } as const;
  const paid = await tx.case.count({ where: { ...runs, outcome: { path: ['kind'], equals: 'completed' } } });
  return { listed: parts._count._all, divided: parts._count.amountFen, handedOn, paid };
}

/** 村集体份额: to whom, and how far it is. */
async function collectiveOf(tx: Tx, row: Row): Promise<DividendView['collective']> {
  if (!row.collectiveFen) return null;
  const { no: period, asset } = row;
  const fitting = row.collective ? [] : await collectivesIn(tx, asset);
  const payee = row.collective ?? onlyOne(fitting) ?? null;
  const share = payee && (await tx.case.findUnique({ where: { applicationId: shareId(period) } }));
  const orders = share
    ? await tx.payment.findMany({ where: { caseNo: share.caseNo }, orderBy: { attempt: 'asc' } })
    : [];
  return {
    ...{ payee: payee && payeeName(payee), fitting: fitting.map(payeeName) },
    ...{ caseNo: share?.caseNo ?? null, stage: share && coded(STAGE_NAMES, share.stage) },
    orders: orders.map(paymentView),
  };
}

/** The parts of a dividend, in the order of their entitlements. */
export async function partPage(tx: Tx, dividendNo: string, { cursor, limit }: DividendQuery) {
  const position = positionOf(cursor);
  const rows = await tx.dividendPart.findMany({
    where: { dividendNo, ...(position && { entitlementNo: { gt: position.id } }) },
    orderBy: { entitlementNo: 'asc' },
    take: limit + 1,
  });
  return pageOf(
    rows,
    limit,
    ({ entitlementNo }) => ({ at: null, id: entitlementNo }),
    (part) => ({
      ...part,
      amountFen: part.amountFen === null ? null : Number(part.amountFen),
    }),
  );
}
