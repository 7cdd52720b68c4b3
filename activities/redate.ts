import type { Strand } from '../domain/schemas/application.js';
import { Transition } from '../domain/schemas/transition.js';
import type { Recorded } from './contract.js';
import { termEndIn } from './record/deadline.js';
import type { World } from './world.js';

/**
 * Dates the deadline of the stage last entered by the calendar as it is now. It may move later, never earlier; the
 * task and the notice that show it move along.
 */
export async function redate({ db }: World, caseNo: string, strand: Strand): Promise<Recorded> {
  return await db.$transaction(async (tx) => {
    const event = await tx.caseEvent.findFirst({
      where: { caseNo, strand, kind: 'entered' },
      orderBy: { seq: 'desc' },
    });
    if (!event?.dueAt) return {};
    const { seq, kind, at, body } = event;
    const step = Transition.parse({ seq, kind, at: at.getTime(), ...(body as object) });
    if (step.kind !== 'entered' || !step.term) return {};
    const { countyCode } = await tx.case.findUniqueOrThrow({ where: { caseNo } });
    const anew = await termEndIn(tx, countyCode, await countedFrom(), step.term);
    if (anew <= event.dueAt) return { dueAt: event.dueAt.getTime() };

    await tx.caseEvent.update({ where: { caseNo_strand_seq: { caseNo, strand, seq } }, data: { dueAt: anew } });
    const moved = { caseNo, strand, stage: step.stage, closedAt: null };
    if (step.stage === 'publicNotice') {
      await tx.task.updateMany({ where: moved, data: { notBefore: anew } });
      await tx.publication.updateMany({
        where: { cases: { some: { caseNo } }, closedAt: null, withdrawnAt: null },
        data: { closesAt: anew },
      });
    } else await tx.task.updateMany({ where: moved, data: { dueAt: anew } });
    return { dueAt: anew.getTime() };

    /** A notice counts from its posting, however often the case came back to it; other terms from where they began. */
    async function countedFrom(): Promise<number> {
      if (step.kind !== 'entered' || step.stage !== 'publicNotice')
        return (step as { from?: number }).from ?? at.getTime();
      const posted = await tx.publication.findFirst({
        where: { cases: { some: { caseNo } }, withdrawnAt: null, postedAt: { not: null } },
      });
      return posted?.postedAt?.getTime() ?? at.getTime();
    }
  });
}
