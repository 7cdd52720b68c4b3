import { digestOf } from '../../activities/record/record.js';
import { Transition } from '../../domain/schemas/transition.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseEventModel as CaseEvent } from '../../prisma/generated/models.js';
import type { StrandOf } from './stories.js';
import type { Written } from './history.js';

/** How the records of a strand stand to what the engine knows of it. */
export type Standing =
  | { readonly kind: 'same' }
  /** The engine knows of steps that are not in the records. */
  | { readonly kind: 'recordsBehind' }
  /** The records have steps that the engine knows nothing of. */
  | { readonly kind: 'engineBehind' }
  /** They say different things from this step on: nothing is put right by itself. */
  | { readonly kind: 'conflict'; readonly seq: number };

/** The steps of a strand as they are recorded, in order. */
export async function recordsOf(tx: Tx, { caseNo, strand }: StrandOf): Promise<CaseEvent[]> {
  return await tx.caseEvent.findMany({ where: { caseNo, strand }, orderBy: { seq: 'asc' } });
}

export const stepOf = ({ seq, kind, at, body }: CaseEvent): Transition =>
  Transition.parse({ seq, kind, at: at.getTime(), ...(body as object) });

/** Holds the records of a strand against all that was written to it. */
export function compare(records: readonly CaseEvent[], written: readonly Written[]): Standing {
  const recorded = new Map(records.map(({ seq, digest }) => [seq, digest]));
  const told = new Map(written.flatMap(({ transitions }) => transitions).map((step) => [step.seq, step]));
  const seqs = [...new Set([...recorded.keys(), ...told.keys()])].toSorted((a, b) => a - b);
  const seq = seqs.find((number, index) => number !== index + 1 || !isSame(recorded.get(number), told.get(number)));
  if (seq !== undefined) return { kind: 'conflict', seq };
  if (told.size === recorded.size) return { kind: 'same' };
  return { kind: told.size < recorded.size ? 'engineBehind' : 'recordsBehind' };
}

/** What only one of them has contradicts nothing. */
const isSame = (digest: string | undefined, step: Transition | undefined): boolean =>
  digest === undefined || step === undefined || digest === digestOf(step);
