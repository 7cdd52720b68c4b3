import { yuanText } from '../../domain/rules/fen.js';
import type { Stage } from '../../domain/rules/stages.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { Outcome } from '../../domain/schemas/outcome.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { HOUSEHOLD_MESSAGES, type HouseholdMessage, type MessageFacts } from '../../domain/texts/household-messages.js';
import { returnReason } from '../../domain/texts/money.js';
import { tellHousehold } from '../../prisma/household-message.js';
import type { RecordedCase } from './recorded-case.js';

const ON_ENTERING: Partial<Record<Stage, HouseholdMessage>> = {
  correction: 'returned',
  refused: 'refused',
  promisedPapers: 'papersOwed',
  publicNotice: 'published',
  projectWork: 'projectWork',
  worksStart: 'worksStart',
  accountCorrection: 'accountNeeded',
  reviewReport: 'reviewReport',
};

const ON_CLOSING: Partial<Record<Outcome['kind'], HouseholdMessage>> = {
  refused: 'refusedFinally',
  lapsed: 'lapsed',
  notCompleted: 'notCompleted',
  withdrawn: 'withdrawn',
  closedForChange: 'closedForChange',
  housedOtherwise: 'housedNow',
  notConfirmed: 'notConfirmed',
};

/** Tells the household what concerns it, in the same transaction. */
export async function notifyOf(file: RecordedCase, step: Transition, dueAt: Date | undefined): Promise<void> {
  const message = messageFor(step);
  if (!message) return;
  const { tx, keyring, caseNo, strand, programme } = file;
  const { amountFen } = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  const text = HOUSEHOLD_MESSAGES[message]({
    ...{ caseNo, programme: programme.name.zh, amount: yuanText(Number(amountFen)), ...(await notPaid(file)) },
    housedOtherwise: amountFen === 0n,
    // A term ends at 24:00 of its last day.
    until: dueAt ? shanghaiDate(dueAt.getTime() - 1) : '',
  });
  await tellHousehold(tx, keyring, { caseNo, key: `${caseNo}/${strand}/${step.seq}`, text });
}

/** Of the case's last order: why the bank has not paid it, and whether it had paid it before. */
async function notPaid({ tx, caseNo }: RecordedCase): Promise<Pick<MessageFacts, 'reason' | 'hadBeenPaid'>> {
  const last = await tx.payment.findFirst({ where: { caseNo }, orderBy: { attempt: 'desc' } });
  if (!last?.returnedReason) return { reason: '', hadBeenPaid: false };
  const late = await tx.paymentReturn.count({ where: { reference: last.reference } });
  return { reason: returnReason(last.returnedReason).zh, hadBeenPaid: late > 0 };
}

function messageFor(step: Transition): HouseholdMessage | undefined {
  switch (step.kind) {
    case 'entered':
      return ON_ENTERING[step.stage];
    case 'committed':
      return 'committed';
    case 'decided':
      return 'decided';
    case 'paymentSettled':
      return step.result === 'credited' ? 'credited' : undefined;
    case 'closed':
      return ON_CLOSING[step.outcome.kind];
    default:
      return undefined;
  }
}
