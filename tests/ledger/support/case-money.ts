import fc from 'fast-check';
import { reserve } from '../../../activities/reserve.js';
import type { World } from '../../../activities/world.js';
import { lowerCommitment, moveCommitment, release } from '../../../prisma/commitments.js';
import { submit } from '../../activities/support/submission.js';

/** What may happen to a case's money, in any order; a repeated one comes again with the same key. */
export type Step =
  | { readonly kind: 'reserve'; readonly fen: number; readonly repeated: boolean }
  | { readonly kind: 'lower'; readonly fen: number; readonly repeated: boolean }
  | { readonly kind: 'committed' | 'spent' | 'released'; readonly repeated: boolean };

const fen = fc.integer({ min: 1, max: 60_000 });
const repeated = fc.boolean();
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('reserve' as const), fen, repeated }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lower' as const), fen, repeated }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('committed' as const, 'spent' as const, 'released' as const),
      repeated,
    }),
  },
);
/** What happens to several cases at once. */
export const histories = (cases: number): fc.Arbitrary<Step[][]> =>
  fc.array(fc.array(step, { maxLength: 8 }), { minLength: cases, maxLength: cases });

/** What a case should hold, told without the ledger. */
export interface Held {
  readonly state: 'nothing' | 'reserved' | 'committed' | 'spent';
  readonly fen: number;
}
const NOTHING: Held = { state: 'nothing', fen: 0 };

/** Does the steps one after the other; what the case then should hold. */
export async function live(world: World, caseNo: string, steps: readonly Step[]): Promise<Held> {
  let held = NOTHING;
  for (const [seq, next] of steps.entries()) {
    if (held.state === 'spent' && next.kind === 'reserve') continue;
    const again = next.repeated ? 2 : 1;
    const before = held;
    for (let time = 0; time < again; time++) held = await take(world, caseNo, seq, next, before);
  }
  return held;
}

async function take(world: World, caseNo: string, seq: number, step: Step, held: Held): Promise<Held> {
  const cause = { key: `${caseNo}/case/${seq}` };
  if (step.kind === 'reserve') {
    const { kind } = await reserve(world, caseNo, step.fen);
    return kind === 'reserved' ? { state: 'reserved', fen: step.fen } : NOTHING;
  }
  if (step.kind === 'lower') {
    await world.db.$transaction((tx) => lowerCommitment(tx, caseNo, BigInt(step.fen), cause));
    return held.state === 'committed' ? { ...held, fen: Math.min(held.fen, step.fen) } : held;
  }
  if (step.kind === 'released') {
    await world.db.$transaction((tx) => release(tx, caseNo, cause));
    return held.state === 'spent' ? held : NOTHING;
  }
  const { kind } = step;
  await world.db.$transaction((tx) => moveCommitment(tx, caseNo, kind, cause));
  const follows = step.kind === 'committed' ? 'reserved' : 'committed';
  return held.state === follows ? { ...held, state: step.kind } : held;
}

/** Submitted cases of households that may have others: for their money alone. */
export async function newCases({ db }: World, programmeCode: string, households: readonly string[]): Promise<string[]> {
  await db.case.updateMany({ data: { running: false } });
  return await Promise.all(households.map((householdId) => submit(db, { programmeCode, householdId })));
}
