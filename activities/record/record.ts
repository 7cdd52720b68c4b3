import canonicalize from 'canonicalize';
import type { Strand } from '../../domain/schemas/application.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { sha256 } from '../../platform/digest.js';
import type { Tx } from '../../prisma/client.js';
import type { Recorded } from '../contract.js';
import type { World } from '../world.js';
import { RecordConflict, reportConflict } from './incident.js';
import { dueAtOf } from './deadline.js';
import { project } from './project.js';
import { openRecordedCase, type RecordedCase } from './recorded-case.js';

/** SHA-256 of the canonical JSON of a step. */
export const digestOf = (transition: Transition): string => sha256(canonicalize(transition)!);

/**
 * Writes transitions and all that follows from them in one transaction. Accepts exactly the next number, and what is
 * recorded already if it is the same.
 *
 * @param dated deadlines that were dated before, by the number of their step: records that are refilled keep them
 * @throws RecordConflict for a gap, or for another content under a number that is taken
 */
export async function record(
  world: Pick<World, 'db' | 'keyring' | 'log'>,
  caseNo: string,
  strand: Strand,
  transitions: readonly Transition[],
  dated: ReadonlyMap<number, Date> = new Map(),
): Promise<Recorded> {
  try {
    return await world.db.$transaction(async (tx) => {
      const recordedCase = await openRecordedCase(tx, world.keyring, caseNo, strand);
      for (const transition of transitions) await recordOne(recordedCase, transition, dated);
      return await lastDeadline(tx, caseNo, strand, transitions);
    });
  } catch (error) {
    if (error instanceof RecordConflict) await reportConflict(world, error);
    throw error;
  }
}

async function recordOne(file: RecordedCase, transition: Transition, dated: ReadonlyMap<number, Date>): Promise<void> {
  const { tx, caseNo, strand } = file;
  const { seq, kind, at, ...body } = transition;
  const digest = digestOf(transition);
  if (seq <= file.lastSeq) {
    const known = await tx.caseEvent.findUnique({ where: { caseNo_strand_seq: { caseNo, strand, seq } } });
    if (known?.digest !== digest) throw new RecordConflict(caseNo, strand, seq, 'is recorded with another content');
    return;
  }
  if (seq !== file.lastSeq + 1) throw new RecordConflict(caseNo, strand, seq, `follows ${file.lastSeq}: a gap`);

  const dueAt = dated.get(seq) ?? (await dueAtOf(file, transition));
  const event = { caseNo, strand, seq, kind, digest, at: new Date(at), dueAt: dueAt ?? null };
  await tx.caseEvent.create({ data: { ...event, body } });
  file.lastSeq = seq;
  await project(file, transition, dueAt);
}

/** The answer to the workflow: the deadline of the stage last entered, the same however often it is asked. */
async function lastDeadline(
  tx: Tx,
  caseNo: string,
  strand: Strand,
  transitions: readonly Transition[],
): Promise<Recorded> {
  const entered = transitions.findLast(({ kind }) => kind === 'entered');
  if (!entered) return {};
  const event = await tx.caseEvent.findUniqueOrThrow({
    where: { caseNo_strand_seq: { caseNo, strand, seq: entered.seq } },
  });
  return event.dueAt ? { dueAt: event.dueAt.getTime() } : {};
}
