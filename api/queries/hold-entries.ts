import type { TimelineEntry } from '../../domain/schemas/case-view.js';
import { heldText, LIFTED_TEXT } from '../../domain/texts/holds.js';
import type { Tx } from '../../prisma/client.js';
import type { HoldModel as Hold } from '../../prisma/generated/models.js';
import { holdsOfCase } from './holds.js';
import { officialsBy } from './officials.js';
import { seqBefore } from './seq-before.js';

/** When payment was put on hold and when it went on, under the step of the case that was the last one then. */
export async function holdEntries(tx: Tx, caseNo: string, entries: readonly TimelineEntry[]): Promise<TimelineEntry[]> {
  const holds = await holdsOfCase(tx, caseNo);
  const person = await officialsBy(
    tx,
    holds.flatMap(({ byId, liftedById }) => [byId, liftedById]),
  );
  const entryOf = (kind: string, text: TimelineEntry['text'], at: Date, byId: string | null): TimelineEntry => ({
    ...{ strand: 'case', seq: seqBefore(entries, at), kind, at: at.toISOString(), text },
    ...{ who: byId === null ? [] : [person(byId)], words: null, dueAt: null, amountFen: null },
  });
  const both = ({ reasonCode, at, byId, liftedAt, liftedById }: Hold): TimelineEntry[] => [
    entryOf('held', heldText(reasonCode), at, byId),
    ...(liftedAt ? [entryOf('holdLifted', LIFTED_TEXT, liftedAt, liftedById)] : []),
  ];
  return holds.flatMap(both);
}
