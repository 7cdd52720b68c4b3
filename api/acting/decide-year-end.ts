import { PAYMENT_STATE_TEXTS } from '../../domain/texts/money.js';
import { YearEndProposal } from '../../domain/schemas/year-end.js';
import { Prisma, type Db, type Tx } from '../../prisma/client.js';
import type { YearEndCloseModel } from '../../prisma/generated/models.js';
import { closeYear, lockYear } from '../../prisma/ledger/close-year.js';
import { onTheirWay } from '../../prisma/ledger/year-end.js';
import { found, Refused } from '../problem.js';
import { officialsBy } from '../queries/officials.js';
import { digestOf } from '../queries/year-ends.js';
import type { OfficialWho } from '../who.js';
import { keptFund } from './kept-fund.js';

/** How many orders a refusal names; the list of the year's end has all of them. */
const NAMED = 20;
/** A year may have thousands of cases, and is decided on as a whole. */
const timeout = 300_000;

/**
 * Proposes what becomes of a fund's year; answers the digest that somebody else signs. The same official may change his
 * own proposal.
 *
 * @throws Refused NOT_FOUND (also while the year is not over), KEPT_ELSEWHERE, YEAR_DECIDED, PROPOSAL_WAITS,
 * ORDERS_ON_THEIR_WAY
 */
export async function proposeYearEnd(
  db: Db,
  who: OfficialWho,
  fundId: string,
  proposal: YearEndProposal,
): Promise<string> {
  return await db.$transaction(async (tx) => {
    const { proposedById } = await undecided(tx, who, fundId);
    if (proposedById !== null && proposedById !== who.id) {
      const proposedBy = (await officialsBy(tx, [proposedById]))(proposedById);
      throw new Refused('PROPOSAL_WAITS', { proposedBy });
    }
    await mustHaveArrived(tx, fundId);
    await tx.yearEndClose.update({ where: { fundId }, data: { proposal, proposedById: who.id } });
    return digestOf(fundId, proposal);
  });
}

/**
 * The second signature: carries the decision out, or takes the proposal off. `repeated`: the same act was begun before;
 * where it was carried out, nothing is done again.
 *
 * @throws Refused NOT_FOUND, KEPT_ELSEWHERE, YEAR_DECIDED, PROPOSAL_CHANGED, ALREADY_SIGNED, ORDERS_ON_THEIR_WAY
 */
export async function signYearEnd(
  db: Db,
  who: OfficialWho,
  fundId: string,
  { digest, agrees, repeated }: { digest: string; agrees: boolean; repeated: boolean },
): Promise<void> {
  const sign = async (tx: Tx): Promise<void> => {
    const row = await lockedYearEnd(tx, who, fundId);
    if (row.decision !== null && row.cosignedById === who.id && repeated) return;
    if (row.decision !== null) throw new Refused('YEAR_DECIDED');
    const proposal = row.proposal === null ? undefined : YearEndProposal.parse(row.proposal);
    if (!proposal || digestOf(fundId, proposal) !== digest) throw new Refused('PROPOSAL_CHANGED');
    if (row.proposedById === who.id) throw new Refused('ALREADY_SIGNED');
    if (!agrees) {
      await tx.yearEndClose.update({ where: { fundId }, data: { proposal: Prisma.DbNull, proposedById: null } });
      return;
    }
    await lockYear(tx, fundId);
    await mustHaveArrived(tx, fundId);
    await closeYear(tx, fundId, { ...proposal, decidedById: row.proposedById!, cosignedById: who.id });
  };
  await db.$transaction(sign, { timeout });
}

async function undecided(tx: Tx, who: OfficialWho, fundId: string): Promise<YearEndCloseModel> {
  const row = await lockedYearEnd(tx, who, fundId);
  if (row.decision !== null) throw new Refused('YEAR_DECIDED');
  return row;
}

/** The year's end of a fund that the official's office keeps, locked: one decides at a time. */
async function lockedYearEnd(tx: Tx, who: OfficialWho, fundId: string): Promise<YearEndCloseModel> {
  await keptFund(tx, who, fundId);
  await tx.$queryRaw`SELECT 1 FROM "YearEndClose" WHERE "fundId" = ${fundId} FOR NO KEY UPDATE`;
  return found(await tx.yearEndClose.findUnique({ where: { fundId } }));
}

/** What is on its way is credited or comes back in its own year first. @throws Refused ORDERS_ON_THEIR_WAY naming it */
async function mustHaveArrived(tx: Tx, fundId: string): Promise<void> {
  const orders = await tx.payment.findMany({ where: onTheirWay(fundId), orderBy: { reference: 'asc' }, take: NAMED });
  if (orders.length === 0) return;
  const errors = orders.map(({ reference, state }) => {
    const { zh, en } = PAYMENT_STATE_TEXTS[state];
    return { field: reference, zh: `支付指令${reference}：${zh}`, en: `Order ${reference}: ${en}` };
  });
  throw new Refused('ORDERS_ON_THEIR_WAY', { errors });
}
