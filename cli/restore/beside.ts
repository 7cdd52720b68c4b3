import { randomUUID } from 'node:crypto';
import { redateTo } from '../../activities/redate.js';
import { reserve } from '../../activities/reserve.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { closeEntry } from '../../prisma/publications.js';
import { takePlace } from '../../prisma/resettlement.js';
import type { Ground } from './ground.js';
import type { StrandOf } from './stories.js';

/*
 * What was written beside the recorder, when a case took a step: by the activity whose answer the step is, by the bank's
 * report, by whoever objected. The recorder does the rest again.
 */

/** Before a step is recorded again: what its recording builds on. @throws where too little is left to be reserved */
export async function before({ db }: Ground, { caseNo }: StrandOf, step: Transition): Promise<void> {
  switch (step.kind) {
    case 'reserved':
      if ((await reserve({ db }, caseNo, step.amountFen)).kind === 'short') throw new Error('ALLOTMENT_SHORT');
      return;
    case 'placed':
      if ((await takePlace(db, caseNo, step)).kind !== 'placed') throw new Error('PLOT_TAKEN');
      return;
    case 'objected':
      return await standForObjection(db, caseNo, step);
    case 'paymentSettled':
      // The case has heard of its end: it had left the house.
      await db.payment.updateMany({
        where: { reference: step.reference, state: { in: ['checked', 'batched'] } },
        data: { state: 'sent', sentAt: new Date(step.at) },
      });
      return;
    case 'paymentCancelled':
      await db.payment.updateMany({
        where: { reference: step.reference, state: { in: ['checked', 'batched'] } },
        data: { state: 'cancelled', returnedReason: step.reasonCode ?? null },
      });
      return;
    default:
  }
}

/** After a step was recorded again: what is left of it. */
export async function after({ db, keyring }: Ground, { caseNo, strand }: StrandOf, step: Transition): Promise<void> {
  switch (step.kind) {
    case 'noticeClosed':
      return await closeEntry(db, step.publicationNo, caseNo, new Date(step.at));
    case 'deadlineMoved':
      return await redateTo({ db, keyring }, caseNo, strand, new Date(step.dueAt));
    case 'paymentSettled':
      // The bank's own date of booking is in its report, if that is still there.
      await db.payment.updateMany({
        where: { reference: step.reference, settledAt: new Date(step.at) },
        data: { settledAt: null },
      });
      return;
    default:
  }
}

/** An objection whose row is lost stands in the records by its number; who objected and what he wrote is gone. */
async function standForObjection(
  db: Ground['db'],
  caseNo: string,
  { objectionId: id, at }: Extract<Transition, { kind: 'objected' }>,
): Promise<void> {
  const { no: publicationNo } = await db.publication.findFirstOrThrow({
    where: { entries: { some: { caseNo } } },
    orderBy: { publishedAt: 'desc' },
  });
  const receivedAt = new Date(at);
  await db.objection.createMany({
    data: [{ id, caseNo, publicationNo, receiptNo: id, receivedAt, toldAt: receivedAt, wordsId: randomUUID() }],
    skipDuplicates: true,
  });
}
