import { yuanText } from '../../domain/rules/fen.js';
import type { Stage } from '../../domain/rules/stages.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { Outcome } from '../../domain/schemas/outcome.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { HOUSEHOLD_MESSAGES, type HouseholdMessage, type MessageFacts } from '../../domain/texts/household-messages.js';
import { returnReason } from '../../domain/texts/money.js';
import { tellHousehold } from '../../prisma/household-message.js';
import { payeesBehind } from '../../prisma/payee-names.js';
import type { RecordedCase } from './recorded-case.js';

const ON_ENTERING: Partial<Record<Stage, HouseholdMessage>> = {
  correction: 'returned',
  refused: 'refused',
  promisedPapers: 'papersOwed',
  publicNotice: 'published',
  projectWork: 'projectWork',
  worksStart: 'worksStart',
  agreementSigning: 'agreementSigning',
  movingIn: 'movingIn',
  oldHomestead: 'oldHomestead',
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
  const { tx, keyring, caseNo, strand, programme, policy } = file;
  const text = HOUSEHOLD_MESSAGES[message]({
    ...{ caseNo, programme: programme.name.zh, ...(await moneyOf(file, step)) },
    oldHomesteadRule: policy.housing.oldHomesteadRule.zh,
    // A term ends at 24:00 of its last day.
    until: dueAt ? shanghaiDate(dueAt.getTime() - 1) : '',
  });
  await tellHousehold(tx, keyring, { caseNo, key: `${caseNo}/${strand}/${step.seq}`, text });
}

type Money = Pick<
  MessageFacts,
  'amount' | 'instalment' | 'reason' | 'hadBeenPaid' | 'housedOtherwise' | 'rentMonths' | 'payee'
>;

/** What is paid at once, where the step is about a payment; else the whole subsidy. */
async function moneyOf(file: RecordedCase, step: Transition): Promise<Money> {
  const { tx, caseNo } = file;
  const reference = await orderSpokenOf(file, step);
  const { amountFen: wholeFen, rentMonths } = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  const order = reference === undefined ? null : await tx.payment.findUnique({ where: { reference } });
  const housed = { housedOtherwise: wholeFen === 0n, rentMonths };
  const whole = { amount: yuanText(Number(wholeFen)), ...housed, payee: '' };
  if (!order) return { ...whole, instalment: null, reason: '', hadBeenPaid: false };
  const { amountFen, returnedReason, accountId } = order;
  const payee = (await payeesBehind(tx, [accountId]))(accountId);
  return {
    ...{ ...whole, amount: yuanText(Number(amountFen)), payee: payee?.name ?? '' },
    instalment: amountFen === wholeFen ? null : await instalmentOf(file, order.reference),
    reason: returnedReason === null ? '' : returnReason(returnedReason).zh,
    hadBeenPaid: returnedReason !== null && (await wasOpenedFor(file, order.reference)),
  };
}

const wasOpenedFor = async ({ tx }: RecordedCase, reference: string): Promise<boolean> =>
  (await tx.paymentReturn.count({ where: { reference } })) > 0;

/** Which part of the subsidy an order pays; null where it is paid at once. */
async function instalmentOf({ tx, caseNo }: RecordedCase, reference: string): Promise<number | null> {
  const ordered = await tx.caseEvent.findFirst({
    where: { caseNo, kind: 'paymentOrdered', body: { path: ['reference'], equals: reference } },
  });
  return (ordered?.body as { instalment?: number } | undefined)?.instalment ?? null;
}

/** The order that a message is about: one that was credited, or why the account is asked for. */
async function orderSpokenOf({ tx, caseNo, strand }: RecordedCase, step: Transition): Promise<string | undefined> {
  if (step.kind === 'paymentSettled') return step.reference;
  if (step.kind !== 'entered' || step.stage !== 'accountCorrection') return undefined;
  const ended = await tx.caseEvent.findFirst({
    where: { caseNo, strand, kind: { in: ['paymentSettled', 'paymentCancelled'] } },
    orderBy: { seq: 'desc' },
  });
  const end = ended?.body as { reference: string; result?: 'credited' | 'returned' } | undefined;
  if (end && end.result !== 'credited') return end.reference;
  const opened = await tx.paymentReturn.findFirst({ where: { caseNo }, orderBy: { returnedAt: 'desc' } });
  return opened?.reference;
}

function messageFor(step: Transition): HouseholdMessage | undefined {
  switch (step.kind) {
    case 'entered':
      return ON_ENTERING[step.stage];
    case 'committed':
      return 'committed';
    case 'decided':
      return 'decided';
    case 'granted':
      return 'granted';
    case 'paymentSettled':
      return step.result === 'credited' ? 'credited' : undefined;
    case 'closed':
      return ON_CLOSING[step.outcome.kind];
    default:
      return undefined;
  }
}
