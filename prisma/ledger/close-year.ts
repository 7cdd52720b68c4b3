import type { Prisma, Tx } from '../client.js';
import type { YearEndDecision } from '../generated/enums.js';
import type { AllotmentModel, CommitmentModel, FundModel } from '../generated/models.js';
import { unspentFen } from '../commitments.js';
import { allotmentAccount, fundAccount } from './accounts.js';
import { type CarriedBy, nextAllotment, nextFund } from './carry-over.js';
import { post, type Posting, postMany } from './post.js';

/** A decision on a fund's year, signed by two. */
export interface SignedDecision {
  readonly decision: YearEndDecision;
  readonly documentNo: string;
  readonly words: string;
  readonly decidedById: string;
  readonly cosignedById: string;
}

/** What is not spent of an allotment, fen: what stands behind cases, and what does not, by the account it is on. */
interface Rest {
  readonly allotment: AllotmentModel;
  readonly setAside: readonly CommitmentModel[];
  readonly free: ReadonlyMap<string, bigint>;
}

interface Closing {
  readonly fund: FundModel;
  readonly decision: YearEndDecision;
  readonly by: CarriedBy;
}

const UNSPENT = ['available', 'reserved', 'committed'] as const;
const SET_ASIDE = {
  state: { in: ['reserved', 'committed'] },
  amountFen: { gt: 0 },
} satisfies Prisma.CommitmentWhereInput;
const CASES_A_TURN = 1000;

/**
 * 年终结转: locks what a fund's year still holds, so that nobody books on it until the transaction ends. Cases first,
 * as whoever books on them does.
 */
export async function lockYear(tx: Tx, fundId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Commitment"
    WHERE "state" IN ('reserved', 'committed')
      AND "allotmentId" IN (SELECT "id" FROM "Allotment" WHERE "fundId" = ${fundId})
    ORDER BY "caseNo" FOR NO KEY UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM "LedgerAccount" WHERE "fundId" = ${fundId} ORDER BY "id" FOR NO KEY UPDATE`;
}

/**
 * Carries a fund over to the next year, or lets it lapse; must run in a transaction that has locked its year, and in
 * which nothing of it is on its way to the bank. What is spent stays with its year.
 *
 * - carryOver: everything else goes on in a fund of the next year, in allotments by the document of the decision.
 * - lapse: what stands behind no case goes back to its source. What is set aside for a case goes on as above: a final
 *   decision for a household (committed) does not end with the year, and a proposal under notice (reserved) needs its
 *   money when it becomes final. Where such a case ends without it, it is free in the next year.
 */
export async function closeYear(tx: Tx, fundId: string, signed: SignedDecision): Promise<void> {
  const { decision, documentNo, cosignedById: byId } = signed;
  const fund = await tx.fund.findUniqueOrThrow({ where: { id: fundId } });
  await tx.yearEndClose.update({ where: { fundId }, data: { ...signed, decidedAt: new Date() } });
  const closing = { fund, decision, by: { documentNo, byId } };
  const rests = await restsOf(tx, fundId);
  const unallotted = fundAccount(fundId, 'unallotted');
  const { balanceFen: unallottedFen } = await tx.ledgerAccount.findUniqueOrThrow({ where: { id: unallotted } });
  await bookFree(tx, closing, 'unallotted', new Map([[unallotted, unallottedFen]]));
  for (const { allotment, free } of rests) await bookFree(tx, closing, allotment.id, free);
  await carryOver(tx, closing, rests, decision === 'carryOver' ? unallottedFen : 0n);
}

async function restsOf(tx: Tx, fundId: string): Promise<Rest[]> {
  const allotments = await tx.allotment.findMany({
    where: { fundId },
    include: {
      accounts: { where: { kind: { in: [...UNSPENT] } } },
      commitments: {
        where: SET_ASIDE,
        orderBy: { caseNo: 'asc' },
      },
    },
    orderBy: { id: 'asc' },
  });
  return allotments.map(({ accounts, commitments: setAside, ...allotment }) => {
    const held = (kind: string): bigint => sum(setAside.filter(({ state }) => state === kind).map(unspentFen));
    const free = new Map(accounts.map(({ id, kind, balanceFen }) => [id, balanceFen - held(kind)]));
    return { allotment, setAside, free };
  });
}

/** What stands behind no case leaves its year: to the next one, or back to its source. */
async function bookFree(
  tx: Tx,
  { fund, decision, by }: Closing,
  what: string,
  free: ReadonlyMap<string, bigint>,
): Promise<void> {
  const leaving = [...free].filter(([, fen]) => fen !== 0n);
  if (leaving.length === 0) return;
  const kind = decision === 'carryOver' ? 'carriedOver' : 'lapsed';
  const entries = Object.fromEntries(leaving.map(([account, fen]) => [account, -fen]));
  entries[fundAccount(fund.id, kind)] = sum([...free.values()]);
  await post(tx, { ...by, key: `year-end/${fund.id}/${what}`, kind, entries });
}

/** Opens the fund of the next year with what goes on in it. */
async function carryOver(
  tx: Tx,
  { fund, decision, by }: Closing,
  rests: readonly Rest[],
  unallottedFen: bigint,
): Promise<void> {
  const going = rests
    .map((rest) => {
      const setAsideFen = sum(rest.setAside.map(unspentFen));
      return { ...rest, amountFen: setAsideFen + (decision === 'carryOver' ? sum([...rest.free.values()]) : 0n) };
    })
    .filter(({ amountFen }) => amountFen > 0n);
  const totalFen = unallottedFen + sum(going.map(({ amountFen }) => amountFen));
  if (totalFen === 0n) return;
  const next = await nextFund(tx, fund, totalFen, by);
  for (const { allotment, amountFen, setAside } of going) {
    const { id: nextId } = await nextAllotment(tx, allotment, next, amountFen, by);
    const postings = setAside.map((one) => caseGoesOn(one, fund.id, nextId, by));
    for (let at = 0; at < postings.length; at += CASES_A_TURN)
      await postMany(tx, postings.slice(at, at + CASES_A_TURN));
    const moved = { allotmentId: allotment.id, ...SET_ASIDE };
    await tx.commitment.updateMany({ where: moved, data: { allotmentId: nextId } });
  }
}

/** What a case has set aside, it has in the next year. */
function caseGoesOn(
  { caseNo, allotmentId, state, ...held }: CommitmentModel,
  fundId: string,
  nextId: string,
  by: CarriedBy,
): Posting {
  const kind = state === 'committed' ? 'committed' : 'reserved';
  const fen = unspentFen(held);
  return {
    ...{ ...by, key: `year-end/${fundId}/${caseNo}`, kind: 'carriedOver', caseNo },
    entries: {
      [allotmentAccount(allotmentId, kind)]: -fen,
      [fundAccount(fundId, 'carriedOver')]: fen,
      [allotmentAccount(nextId, 'available')]: -fen,
      [allotmentAccount(nextId, kind)]: fen,
    },
  };
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, fen) => total + fen, 0n);
