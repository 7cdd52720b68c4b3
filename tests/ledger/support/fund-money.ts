import fc from 'fast-check';
import type { Db } from '../../../prisma/client.js';
import { moveCommitment, setAside } from '../../../prisma/commitments.js';
import { allot, reduce } from '../../../prisma/ledger/funds.js';
import { returnToFund } from '../../../prisma/ledger/late-money.js';
import { recoverToFund } from '../../../prisma/ledger/recovered.js';
import { decide, THIS_YEAR } from './past-year.js';

/** What may happen to the money of a fund and its cases, in any order. */
export type Step =
  | { readonly kind: 'allot'; readonly fen: number }
  | { readonly kind: 'reduce'; readonly turn: number; readonly fen: number }
  | { readonly kind: 'reserve'; readonly place: number; readonly turn: number; readonly fen: number }
  | { readonly kind: 'advance' | 'release' | 'return' | 'recover'; readonly place: number }
  | { readonly kind: 'close'; readonly decision: 'carryOver' | 'lapse' };

export const CASES = 3;
const fen = fc.integer({ min: 1, max: 40_000 });
const turn = fc.nat({ max: 5 });
const place = fc.nat({ max: CASES - 1 });
const ofCase = fc.oneof(
  { weight: 5, arbitrary: fc.constant('advance' as const) },
  { weight: 2, arbitrary: fc.constant('return' as const) },
  { weight: 1, arbitrary: fc.constantFrom('release' as const, 'recover' as const) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('allot' as const), fen }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reduce' as const), turn, fen }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('reserve' as const), place, turn, fen }) },
  { weight: 8, arbitrary: fc.record({ kind: ofCase, place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('close' as const),
      decision: fc.constantFrom('carryOver' as const, 'lapse' as const),
    }),
  },
);
export const histories: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 10, maxLength: 40 });

/** What a case should hold, told without the ledger. */
export interface Held {
  readonly state: 'nothing' | 'reserved' | 'committed' | 'spent' | 'waiting';
  readonly fen: number;
}
const NOTHING: Held = { state: 'nothing', fen: 0 };

/** A fund, the years it went on in, and its cases, each with orders that can come back. */
export interface Money {
  readonly db: Db;
  /** The years that are open, the last of them this one; where a year is decided on and nothing goes on, it stays the last. */
  readonly fundIds: string[];
  readonly programmeCode: string;
  readonly cases: readonly string[];
  readonly references: readonly (readonly string[])[];
  readonly held: Held[];
}

const NEXT = { reserved: 'committed', committed: 'spent' } as const;
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
  const { db, cases, held, references } = money;
  const documentNo = `${++documents}`;
  const cause = { key: `test/${documentNo}` };
  if (step.kind === 'allot') return await allotMore(money, step.fen, documentNo);
  const allotment = 'turn' in step ? await allotmentOf(money, step.turn) : undefined;
  if (step.kind === 'reduce') {
    const by = { documentNo, amountFen: BigInt(step.fen), byId: 'finance' };
    if (allotment) await db.$transaction((tx) => reduce(tx, allotment, by));
    return;
  }
  const { place } = step;
  const [caseNo, has] = [cases[place]!, held[place]!];
  if (step.kind === 'reserve') {
    if (has.state !== 'nothing' || !allotment) return;
    await db.$transaction((tx) => setAside(tx, caseNo, allotment.id, BigInt(step.fen), cause));
    held[place] = { state: 'reserved', fen: step.fen };
  } else if (step.kind === 'release') {
    await db.$transaction((tx) => moveCommitment(tx, caseNo, 'released', cause));
    if (has.state === 'reserved' || has.state === 'committed') held[place] = NOTHING;
  } else if (step.kind === 'advance') {
    if (has.state !== 'reserved' && has.state !== 'committed') return;
    const state = NEXT[has.state];
    await db.$transaction((tx) => moveCommitment(tx, caseNo, state, cause));
    held[place] = { ...has, state };
  } else if (has.state === 'spent') {
    // An order comes back once: where it did before, its case was paid by another one.
    const order = {
      reference: references[place]![documents % references[place]!.length]!,
      caseNo,
      amountFen: BigInt(has.fen),
    };
    if ((await db.ledgerTransaction.count({ where: { key: `${order.reference}/returned` } })) > 0) return;
    if (step.kind === 'recover') await db.$transaction((tx) => recoverToFund(tx, { ...order, ...cause }));
    else await db.$transaction((tx) => returnToFund(tx, order));
    held[place] = step.kind === 'recover' ? NOTHING : { ...has, state: await afterReturn(db, caseNo) };
  }
}

/** Committed again, or waiting for an allotment where its year had lapsed. */
async function afterReturn(db: Db, caseNo: string): Promise<'committed' | 'waiting'> {
  const { state } = await db.commitment.findUniqueOrThrow({ where: { caseNo } });
  return state === 'committed' ? 'committed' : 'waiting';
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
