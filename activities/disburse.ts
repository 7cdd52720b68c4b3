import { ApplicationFailure } from '@temporalio/activity';
import type { BankAnswer, TransferOrder } from '../bank/bank.js';
import type { PaymentState } from '../prisma/generated/enums.js';
import type { PaymentModel as Payment } from '../prisma/generated/models.js';
import { householdKey } from '../prisma/household.js';
import { openPayee } from '../prisma/payee.js';
import type { Settlement } from './contract.js';
import type { World } from './world.js';

const ON_ITS_WAY: PaymentState[] = ['sent', 'accepted', 'unknown'];
type Word = BankAnswer | { state: 'nothingOfIt' };

/**
 * 直接拨付到户: brings a reviewed payment to its end. What may have left the house before is asked about, never sent
 * again blindly: only on the bank's own word that it has nothing of the reference.
 *
 * @throws ApplicationFailure BANK_HAS_NO_WORD while the end is open; the engine then asks again, later and later
 */
export async function disburse(world: World, reference: string): Promise<Settlement> {
  const payment = await world.db.payment.findUniqueOrThrow({ where: { reference } });
  if (payment.state === 'credited') return { kind: 'credited' };
  if (payment.state === 'returned') return { kind: 'returned', reasonCode: payment.returnedReason ?? 'UNSPECIFIED' };
  const word = payment.state === 'checked' ? await send(world, payment) : await ask(world, payment);
  return await settle(world, reference, word);
}

/** Noted as sent before it is: killed in between, the next try asks. */
async function send(world: World, payment: Payment): Promise<Word> {
  const { reference } = payment;
  await world.db.payment.update({
    where: { reference, state: payment.state },
    data: { state: 'sent', sentAt: payment.sentAt ?? new Date() },
  });
  const order = await orderOf(world, payment);
  return await note(world, reference, 'submit', await world.bank.submit(order));
}

async function ask(world: World, payment: Payment): Promise<Word> {
  const word = await note(world, payment.reference, 'ask', await world.bank.ask(payment.reference));
  return word.state === 'nothingOfIt' ? await send(world, payment) : word;
}

async function note<W extends Word>({ db }: World, reference: string, question: string, word: W): Promise<W> {
  await db.bankInquiry.create({ data: { reference, question, answer: word.state } });
  return word;
}

async function settle({ db }: World, reference: string, word: Word): Promise<Settlement> {
  if (word.state === 'credited') return { kind: 'credited' };
  if (word.state === 'returned') return { kind: 'returned', reasonCode: word.reasonCode };
  const state: PaymentState = word.state === 'accepted' ? 'accepted' : 'unknown';
  // A word that comes late does not take back what was settled meanwhile.
  await db.payment.updateMany({ where: { reference, state: { in: ON_ITS_WAY } }, data: { state } });
  throw ApplicationFailure.retryable('The bank has no final word yet.', 'BANK_HAS_NO_WORD');
}

async function orderOf({ db, keyring }: World, payment: Payment): Promise<TransferOrder> {
  const { householdId } = await db.case.findUniqueOrThrow({ where: { caseNo: payment.caseNo } });
  const payee = openPayee(await householdKey(db, keyring, householdId), payment.payeeSealed);
  return {
    ...{ reference: payment.reference, amountFen: Number(payment.amountFen), remark: payment.remark },
    ...{ payeeName: payee.name, payeeAccount: payee.account, payeeBank: payment.bankName },
  };
}
