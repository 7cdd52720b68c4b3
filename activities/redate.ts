import type { Strand } from '../domain/schemas/application.js';
import { Transition } from '../domain/schemas/transition.js';
import type { Tx } from '../prisma/client.js';
import type { CaseEventModel as CaseEvent } from '../prisma/generated/models.js';
import type { Recorded } from './contract.js';
import { termEndIn } from './record/deadline.js';
import { openRecordedCase, type RecordedCase } from './record/recorded-case.js';
import { reminderFor } from './record/tasks.js';
import type { World } from './world.js';

type Entered = Extract<Transition, { kind: 'entered' }>;

/**
 * Dates the deadline of the stage last entered by the calendar as it is now. It may move later, never earlier; the
 * task and the notice that show it move along.
 */
export async function redate({ db, keyring }: World, caseNo: string, strand: Strand): Promise<Recorded> {
  return await db.$transaction(async (tx) => {
    const event = await tx.caseEvent.findFirst({
      where: { caseNo, strand, kind: 'entered' },
      orderBy: { seq: 'desc' },
    });
    if (!event?.dueAt) return {};
    const step = enteredStep(event);
    const file = await openRecordedCase(tx, keyring, caseNo, strand);
    const anew = await termEndIn(tx, file.row.countyCode, await beganAt(tx, caseNo, step), step.term!);
    if (anew > event.dueAt) await move(file, event, step, anew);
    return { dueAt: Math.max(anew.getTime(), event.dueAt.getTime()) };
  });
}

/** The records of a case are refilled: the deadline of the stage last entered as it was moved once. */
export async function redateTo(
  { db, keyring }: Pick<World, 'db' | 'keyring'>,
  caseNo: string,
  strand: Strand,
  dueAt: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const event = await tx.caseEvent.findFirstOrThrow({
      where: { caseNo, strand, kind: 'entered' },
      orderBy: { seq: 'desc' },
    });
    await move(await openRecordedCase(tx, keyring, caseNo, strand), event, enteredStep(event), dueAt);
  });
}

const enteredStep = ({ seq, kind, at, body }: CaseEvent): Entered =>
  Transition.parse({ seq, kind, at: at.getTime(), ...(body as object) }) as Entered;

/** A notice counts from its posting, however often the case came back to it; other terms from where they began. */
async function beganAt(tx: Tx, caseNo: string, { stage, at, from = at }: Entered): Promise<number> {
  if (stage !== 'publicNotice') return from;
  const { postedAt } = await tx.publication.findFirstOrThrow({
    where: { entries: { some: { caseNo, withdrawnAt: null } }, postedAt: { not: null } },
    orderBy: { publishedAt: 'desc' },
  });
  return postedAt!.getTime();
}

async function move(file: RecordedCase, { seq }: CaseEvent, { stage }: Entered, dueAt: Date): Promise<void> {
  const { tx, caseNo, strand } = file;
  await tx.caseEvent.update({ where: { caseNo_strand_seq: { caseNo, strand, seq } }, data: { dueAt } });
  const isNotice = stage === 'publicNotice';
  await tx.task.updateMany({
    where: { caseNo, strand, stage, closedAt: null },
    data: isNotice ? { notBefore: dueAt, dueAt: await reminderFor(file, stage, dueAt.getTime()) } : { dueAt },
  });
  if (!isNotice) return;
  await tx.publication.updateMany({
    where: { entries: { some: { caseNo, withdrawnAt: null } }, closedAt: null },
    data: { closesAt: dueAt },
  });
}
