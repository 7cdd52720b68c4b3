import canonicalize from 'canonicalize';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import { COMMITMENT_STATES, YEAR_END_DECISIONS } from '../../domain/texts/ledger.js';
import { YearEndProposal, type YearEndQuery, type YearEndView } from '../../domain/schemas/year-end.js';
import { sha256 } from '../../platform/digest.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { balancesOf } from '../../prisma/ledger/balances.js';
import { unspentFen } from '../../prisma/commitments.js';
import { onTheirWay, unpaidOf } from '../../prisma/ledger/year-end.js';
import { found } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { figure } from './figures.js';
import { accountsInArea, fundsInArea, type Moment, momentOf } from './money-scope.js';
import { officialsBy } from './officials.js';
import { type Page, pageOf, positionOf } from './page.js';
import { paymentView } from './payments.js';

type YearEnd = Prisma.YearEndCloseGetPayload<{ include: { fund: true } }>;
interface Paging {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What the second official signs. */
export const digestOf = (fundId: string, proposal: YearEndProposal): string =>
  sha256(canonicalize({ fundId, ...proposal }) ?? '');

/** Funds of an official's area whose fiscal year is over. */
export async function yearEndPage(
  tx: Tx,
  who: OfficialWho,
  { cursor, limit, fund, fiscalYear, decided }: YearEndQuery,
): Promise<Page<YearEndView>> {
  const position = positionOf(cursor);
  const rows = await tx.yearEndClose.findMany({
    where: {
      fund: { AND: [fundsInArea(who), fiscalYear === undefined ? {} : { fiscalYear }] },
      fundId: { ...(fund !== undefined && { equals: fund }), ...(position && { gt: position.id }) },
      ...(decided !== undefined && { decision: decided ? { not: null } : null }),
    },
    include: { fund: true },
    orderBy: { fundId: 'asc' },
    take: limit + 1,
  });
  const moment = await momentOf(tx, undefined);
  const views = new Map<YearEnd, YearEndView>();
  for (const row of rows.slice(0, limit)) views.set(row, await yearEndView(tx, who, row, moment));
  return pageOf(
    rows,
    limit,
    ({ fundId }) => ({ at: null, id: fundId }),
    (row) => views.get(row)!,
  );
}

/** A fund's year as it is now. @throws Refused NOT_FOUND */
export async function yearEnd(tx: Tx, who: OfficialWho, fundId: string): Promise<YearEndView> {
  return await yearEndView(tx, who, await yearEndOf(tx, who, fundId), await momentOf(tx, undefined));
}

async function yearEndOf(tx: Tx, who: OfficialWho, fundId: string): Promise<YearEnd> {
  const where = { fundId, fund: fundsInArea(who) };
  return found(await tx.yearEndClose.findFirst({ where, include: { fund: true } }));
}

async function yearEndView(tx: Tx, who: OfficialWho, row: YearEnd, moment: Moment): Promise<YearEndView> {
  const { fundId, fund, blockedAt, proposal, proposedById, decision, decidedById, cosignedById } = row;
  const balances = await balancesOf(tx, { AND: [accountsInArea(who), { fundId }] });
  const kept = balances.some(({ kind }) => kind === 'source');
  const of = (kind: (typeof balances)[number]['kind']) => figure(balances, [kind], { fund: fundId }, moment);
  const person = await officialsBy(tx, [proposedById, decidedById, cosignedById]);
  const said = (one: YearEndProposal, by: string) => ({
    ...{ ...one, decision: coded(YEAR_END_DECISIONS, one.decision), by: person(by) },
  });
  const proposed = proposal === null || decision !== null ? null : YearEndProposal.parse(proposal);
  return {
    ...{ fund: { id: fundId, name: fund.name }, fiscalYear: fund.fiscalYear, blockedAt: blockedAt.toISOString() },
    ...{ unallotted: kept ? of('unallotted') : null, available: of('available') },
    ...{ reserved: of('reserved'), committed: of('committed'), spent: of('spent') },
    ...{ unpaid: await unpaid(tx, who, fundId), onTheirWay: await ordersOnTheirWay(tx, who, fundId) },
    proposal: proposed && { ...said(proposed, proposedById!), digest: digestOf(fundId, proposed) },
    decided: decision && {
      ...said({ decision, documentNo: row.documentNo!, words: row.words ?? '' }, decidedById!),
      ...{ cosignedBy: person(cosignedById!), at: row.decidedAt!.toISOString(), carriedTo: row.carriedTo },
      ...{ carriedOver: kept ? of('carriedOver') : null, lapsed: kept ? of('lapsed') : null },
    },
  };
}

const inArea = ({ areaCode }: OfficialWho): Prisma.CaseWhereInput => ({ areaCode: { startsWith: areaCode } });

async function unpaid(tx: Tx, who: OfficialWho, fundId: string) {
  const where = { ...unpaidOf(fundId), case: inArea(who) };
  const sums = { amountFen: true, spentFen: true } as const;
  const { _count, _sum } = await tx.commitment.aggregate({ where, _count: true, _sum: sums });
  const fen = (_sum.amountFen ?? 0n) - (_sum.spentFen ?? 0n);
  return { count: _count, fen: Number(fen), list: `/api/year-ends/${fundId}/commitments` };
}

async function ordersOnTheirWay(tx: Tx, who: OfficialWho, fundId: string) {
  const where = { AND: [onTheirWay(fundId), { case: inArea(who) }] };
  const { _count, _sum } = await tx.payment.aggregate({ where, _count: true, _sum: { amountFen: true } });
  return { count: _count, fen: Number(_sum.amountFen ?? 0n), list: `/api/year-ends/${fundId}/payments` };
}

/** Cases for which money of a fund is set aside and not paid. @throws Refused NOT_FOUND */
export async function unpaidPage(tx: Tx, who: OfficialWho, fundId: string, { cursor, limit }: Paging) {
  await yearEndOf(tx, who, fundId);
  const position = positionOf(cursor);
  const rows = await tx.commitment.findMany({
    where: { ...unpaidOf(fundId), case: inArea(who), ...(position && { caseNo: { gt: position.id } }) },
    include: { case: true, allotment: true },
    orderBy: { caseNo: 'asc' },
    take: limit + 1,
  });
  return pageOf(
    rows,
    limit,
    ({ caseNo }) => ({ at: null, id: caseNo }),
    ({ caseNo, state, allotment: { documentNo }, case: { stage }, ...held }) => ({
      ...{ caseNo, documentNo, amountFen: Number(unspentFen(held)), entries: `/api/ledger/entries?caseNo=${caseNo}` },
      ...{ state: coded(COMMITMENT_STATES, state), stage: coded(STAGE_NAMES, stage) },
    }),
  );
}

/** Orders of a fund that are in a batch or with the bank. @throws Refused NOT_FOUND */
export async function onTheirWayPage(tx: Tx, who: OfficialWho, fundId: string, { cursor, limit }: Paging) {
  await yearEndOf(tx, who, fundId);
  const position = positionOf(cursor);
  const rows = await tx.payment.findMany({
    where: { AND: [onTheirWay(fundId), { case: inArea(who) }, position ? { reference: { gt: position.id } } : {}] },
    orderBy: { reference: 'asc' },
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ reference }) => ({ at: null, id: reference }), paymentView);
}
