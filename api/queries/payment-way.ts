import type { BankFileView, PaymentWay } from '../../domain/schemas/payment-way.js';
import { BATCH_STATES, WORD_EFFECTS } from '../../domain/texts/bank.js';
import { bankWord, returnReason } from '../../domain/texts/money.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { PayeeModel } from '../../prisma/generated/models.js';
import { payeesBehind } from '../../prisma/payee-names.js';
import { coded } from './coded.js';
import { fenShown } from './fen-shown.js';
import { fundingParts } from './funding-parts.js';
import { payeeName } from './payee-name.js';
import { paymentView } from './payments.js';

/** All of a file but what is in it. */
const ofFile = { select: { name: true, sha256: true, lines: true, sumFen: true, at: true } } as const;
/** What belongs to the way of a payment's money. */
export const withWay = {
  parts: { orderBy: { part: 'asc' } },
  schedule: true,
  batch: { include: { files: { where: { kind: 'orders' }, orderBy: { at: 'desc' }, take: 1, ...ofFile } } },
  words: { include: { file: ofFile }, orderBy: [{ file: { at: 'asc' } }, { line: 'asc' }] },
} as const satisfies Prisma.PaymentInclude;
type Payment = Prisma.PaymentGetPayload<{ include: typeof withWay }>;
type File = Prisma.BankFileGetPayload<typeof ofFile>;
type Word = Payment['words'][number];
/** The file is made again when an order is taken out of it; before it left, an order is in none. */
const LEFT: readonly Payment['state'][] = [
  'sent',
  'unknown',
  'accepted',
  'credited',
  'returned',
  'reissued',
  'recovered',
];

/** The orders of a case, each with the way of its money. */
export async function paymentWays(tx: Tx, caseNo: string): Promise<PaymentWay[]> {
  const payments = await tx.payment.findMany({ where: { caseNo }, include: withWay, orderBy: { attempt: 'asc' } });
  const payeeBehind = await payeesBehind(
    tx,
    payments.map(({ accountId }) => accountId),
  );
  return payments.map((payment) => paymentWay(payment, payeeBehind(payment.accountId)));
}

/** `payee`: whom of the register it goes to. */
export function paymentWay(payment: Payment, payee: PayeeModel | undefined): PaymentWay {
  const { instalment, replaces, schedule, batch, state, words, restoreId } = payment;
  const file = LEFT.includes(state) ? batch?.files[0] : undefined;
  return {
    ...paymentView(payment),
    parts: fundingParts(payment.parts),
    ...{ instalment, replaces, restored: restoreId !== null, paidTo: payee ? payeeName(payee) : null },
    schedule: schedule && { no: schedule.no, orders: schedule.orders, sumFen: fenShown(schedule.sumFen) },
    batch: batch && {
      ...{
        no: batch.no,
        state: coded(BATCH_STATES, batch.state),
        orders: batch.orders,
        sumFen: fenShown(batch.sumFen),
      },
      ...{ sentAt: batch.sentAt?.toISOString() ?? null, takenAt: batch.takenAt?.toISOString() ?? null },
    },
    file: file ? bankFileView(file) : null,
    words: words.map(wordView),
  };
}

/** A file as officials see it: what is in it stays sealed. */
export const bankFileView = ({ name, sha256, lines, sumFen, at }: File): BankFileView => ({
  ...{ name, sha256, lines, sumFen: Number(sumFen), at: at.toISOString() },
});

const wordView = ({
  file,
  line,
  said,
  amountFen,
  bookedAt,
  reasonCode,
  effect,
}: Word): PaymentWay['words'][number] => ({
  ...{ file: bankFileView(file), line, said: { code: said, ...bankWord(said) }, amountFen: Number(amountFen) },
  ...{ bookedAt: bookedAt.toISOString(), effect: coded(WORD_EFFECTS, effect) },
  reason: reasonCode === null ? null : { code: reasonCode, ...returnReason(reasonCode) },
});
