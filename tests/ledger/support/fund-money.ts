import fc from 'fast-check';
import type { Db } from '../../../prisma/client.js';
import { moveCommitment, release, setAside } from '../../../prisma/commitments.js';
import { allot, reduce } from '../../../prisma/ledger/funds.js';
import { commitAnew, returnToFund } from '../../../prisma/ledger/late-money.js';
import { recoverToFund } from '../../../prisma/ledger/recovered.js';
import { type CreditedOrder, spend } from '../../../prisma/spending.js';
import { decide, THIS_YEAR } from './past-year.js';

/** What may happen to the money of a fund and its cases, in any order. */
export type Step =
  | { readonly kind: 'allot'; readonly fen: number }
  | { readonly kind: 'reduce'; readonly turn: number; readonly fen: number }
  | { readonly kind: 'reserve'; readonly place: number; readonly turn: number; readonly fen: number }
  | { readonly kind: 'pay' | 'return' | 'recover' | 'overpay'; readonly place: number; readonly fen: number }
  | { readonly kind: 'commit' | 'release' | 'anew'; readonly place: number }
  | { readonly kind: 'close'; readonly decision: 'carryOver' | 'lapse' };

export const CASES = 3;
const fen = fc.integer({ min: 1, max: 40_000 });
const turn = fc.nat({ max: 5 });
const place = fc.nat({ max: CASES - 1 });
const withMoney = fc.oneof(
  { weight: 5, arbitrary: fc.constant('pay' as const) },
  { weight: 2, arbitrary: fc.constant('return' as const) },
  { weight: 1, arbitrary: fc.constantFrom('recover' as const, 'overpay' as const) },
);
const without = fc.oneof(
  { weight: 4, arbitrary: fc.constant('commit' as const) },
  { weight: 1, arbitrary: fc.constantFrom('release' as const, 'anew' as const) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('allot' as const), fen }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reduce' as const), turn, fen }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('reserve' as const), place, turn, fen }) },
  { weight: 8, arbitrary: fc.record({ kind: withMoney, place, fen }) },
  { weight: 4, arbitrary: fc.record({ kind: without, place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('close' as const),
      decision: fc.constantFrom('carryOver' as const, 'lapse' as const),
    }),
  },
);
export const histories: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 15, maxLength: 50 });

/** What a case should hold, told without the ledger. */
export interface Held {
  state: 'nothing' | 'reserved' | 'committed';
  /** Set aside and not spent, or waiting to be. */
  openFen: number;
  /** What each of its orders has spent, the first of them first. */
  readonly orders: { readonly reference: string; spentFen: number }[];
}

/** A fund, the years it went on in, and its cases. */
export interface Money {
  readonly db: Db;
  /** The years that are open, the last of them this one; where a year is decided on and nothing goes on, it stays the last. */
  readonly fundIds: string[];
  readonly programmeCode: string;
  readonly cases: readonly string[];
  readonly held: readonly Held[];
  /** Makes an order of so much, that has left; refused by the database where it is above what the case has committed. */
  readonly order: (caseNo: string, attempt: number, fen: number) => Promise<CreditedOrder>;
}

let documents = 0;

/** Does a step where it can be done; whatever the database refuses leaves everything as it was. */
export async function take(money: Money, step: Step): Promise<void> {
  try {
    await (step.kind === 'close' ? close(money, step.decision) : book(money, step));
  } catch (error) {
    if (!String(error).includes('LedgerAccount_never_overdrawn')) throw error;
  }
}

/** The year of the fund that is open is decided on, unless it is this one. */
async function close({ db, fundIds }: Money, decision: 'carryOver' | 'lapse'): Promise<void> {
  const fundId = fundIds.at(-1)!;
  const { fiscalYear, yearEnd } = await db.fund.findUniqueOrThrow({
    where: { id: fundId },
    include: { yearEnd: true },
  });
  if (fiscalYear === THIS_YEAR || yearEnd) return;
  await decide(db, fundId, decision);
  const { carriedTo } = await db.yearEndClose.findUniqueOrThrow({ where: { fundId } });
  if (carriedTo !== null) fundIds.push(carriedTo);
}

async function book(money: Money, step: Exclude<Step, { kind: 'close' }>): Promise<void> {
  const { db, cases, held } = money;
  const documentNo = `${++documents}`;
  if (step.kind === 'allot') return await allotMore(money, step.fen, documentNo);
  const allotment = 'turn' in step ? await allotmentOf(money, step.turn) : undefined;
  if (step.kind === 'reduce') {
    const by = { documentNo, amountFen: BigInt(step.fen), byId: 'finance' };
    if (allotment) await db.$transaction((tx) => reduce(tx, allotment, by));
    return;
  }
  const { place } = step;
  const [caseNo, has] = [cases[place]!, held[place]!];
  const cause = { key: `test/${documentNo}` };
  switch (step.kind) {
    case 'reserve':
      if (has.state !== 'nothing' || has.openFen > 0 || !allotment) return;
      await db.$transaction((tx) =>
        setAside(tx, caseNo, [{ part: 'whole', allotmentId: allotment.id, fen: BigInt(step.fen) }], cause),
      );
      has.openFen = step.fen;
      has.state = 'reserved';
      return;
    case 'commit':
      await db.$transaction((tx) => moveCommitment(tx, caseNo, 'committed', cause));
      if (has.state === 'reserved') has.state = 'committed';
      return;
    case 'release':
      await db.$transaction((tx) => release(tx, caseNo, cause));
      has.openFen = 0;
      has.state = 'nothing';
      return;
    case 'anew':
      await db.$transaction((tx) => commitAnew(tx, caseNo));
      return await look(money, caseNo, has);
    default:
      await bookOrder(money, step.kind, caseNo, has, step.fen);
  }
}

async function bookOrder(
  money: Money,
  kind: 'pay' | 'return' | 'recover' | 'overpay',
  caseNo: string,
  has: Held,
  fen: number,
) {
  const { db, order } = money;
  const leftFen = await left(db, caseNo);
  const attempt = has.orders.length + 1;
  if (kind === 'overpay') {
    await expectRefused(order(caseNo, attempt, (has.state === 'committed' ? leftFen : 0) + fen));
  } else if (kind === 'pay') {
    if (has.state !== 'committed' || leftFen === 0) return;
    const made = await order(caseNo, attempt, 1 + (fen % leftFen));
    // The bank's word is read as often as it is said.
    const bothTimes = [made, made].map((one) => db.$transaction((tx) => spend(tx, [one])));
    if ((await Promise.all(bothTimes)).flat().length > 0) throw new Error(`${made.reference} is not covered`);
    await db.payment.update({ where: { reference: made.reference }, data: { state: 'credited' } });
    has.orders.push({ reference: made.reference, spentFen: Number(made.amountFen) });
    has.openFen -= Number(made.amountFen);
    await look(money, caseNo, has);
  } else if (kind === 'return') {
    await comesBack(money, caseNo, has, fen);
  } else {
    await isPaidBack(money, caseNo, has, fen);
  }
}

/** One of the orders that have spent something. */
async function comesBack(money: Money, caseNo: string, has: Held, turn: number): Promise<void> {
  const { db } = money;
  const spent = has.orders.filter(({ spentFen }) => spentFen > 0);
  if (spent.length === 0) return;
  const one = spent[turn % spent.length]!;
  const { reference } = one;
  const made = await db.payment.update({ where: { reference }, data: { state: 'returned' } });
  await db.$transaction((tx) => returnToFund(tx, made));
  await db.$transaction((tx) => returnToFund(tx, made));
  has.openFen += one.spentFen;
  one.spentFen = 0;
  await look(money, caseNo, has);
}

/** Of the last orders first. */
async function isPaidBack({ db }: Money, caseNo: string, has: Held, fen: number): Promise<void> {
  const spent = has.orders.reduce((sum, { spentFen }) => sum + spentFen, 0);
  const receiptId = `test-${++documents}`;
  const tooMuch = { receiptId, caseNo, amountFen: BigInt(spent + 1) };
  if (await db.$transaction((tx) => recoverToFund(tx, tooMuch))) throw new Error('more came back than was paid');
  if (spent === 0) return;
  let backFen = 1 + (fen % spent);
  await db.$transaction((tx) => recoverToFund(tx, { receiptId, caseNo, amountFen: BigInt(backFen) }));
  for (const one of has.orders.toReversed()) {
    const part = Math.min(one.spentFen, backFen);
    one.spentFen -= part;
    backFen -= part;
  }
}

/** Whether it has something committed, which only the allotments of the year can say where a year had lapsed. */
async function look({ db }: Money, caseNo: string, has: Held): Promise<void> {
  if (has.state === 'reserved') return;
  has.state = (await left(db, caseNo)) > 0 ? 'committed' : 'nothing';
}

async function left(db: Db, caseNo: string): Promise<number> {
  const row = await db.commitment.findFirst({ where: { caseNo } });
  return row ? Number(row.amountFen - row.spentFen) : 0;
}

async function expectRefused(made: Promise<unknown>): Promise<void> {
  const refusal = await made.then(
    () => 'made',
    (error: unknown) => String(error),
  );
  if (!/is above what case .* has committed/u.test(refusal)) throw new Error(`above what is committed: ${refusal}`);
}

async function allotMore({ db, fundIds, programmeCode }: Money, fen: number, documentNo: string): Promise<void> {
  const fundId = fundIds.at(-1)!;
  const { fiscalYear, yearEnd } = await db.fund.findUniqueOrThrow({
    where: { id: fundId },
    include: { yearEnd: true },
  });
  if (yearEnd) return;
  const id = `${fundId}-${documentNo}`;
  const document = { documentNo: id, accountCode: '1', countyCode: '339901', programmeCode, forIncomeGrowth: false };
  await db.$transaction((tx) => allot(tx, { ...document, id, fundId, fiscalYear, amountFen: BigInt(fen) }));
}

/** One of the allotments of the year that is open; none where it has none, or is decided on. */
async function allotmentOf({ db, fundIds }: Money, turn: number) {
  const where = { fundId: fundIds.at(-1)!, fund: { yearEnd: null } };
  const rows = await db.allotment.findMany({ where, orderBy: { id: 'asc' } });
  return rows.length === 0 ? undefined : rows[turn % rows.length];
}
