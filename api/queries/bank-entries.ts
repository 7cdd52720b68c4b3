import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { Bilingual } from '../../domain/schemas/common.js';
import type { TimelineEntry } from '../../domain/schemas/case-view.js';
import { bankWord, returnReason } from '../../domain/texts/money.js';
import type { Prisma, Tx } from '../../prisma/client.js';

const withWords = {
  inquiries: { orderBy: { id: 'asc' } },
  words: { where: { effect: 'posted' }, include: { file: { select: { at: true } } }, orderBy: { bookedAt: 'asc' } },
} as const satisfies Prisma.PaymentInclude;
type Payment = Prisma.PaymentGetPayload<{ include: typeof withWords }>;
type Place = Pick<TimelineEntry, 'strand' | 'seq'>;

/**
 * What the bank was asked and said, under the step of the order that it is about: the words of its reports that were
 * news, and, of orders from before there were batches, its answers.
 */
export async function bankEntries(tx: Tx, caseNo: string, entries: readonly TimelineEntry[]): Promise<TimelineEntry[]> {
  const payments = await tx.payment.findMany({ where: { caseNo }, include: withWords, orderBy: { attempt: 'asc' } });
  const orders = entries.filter(({ kind }) => kind === 'paymentOrdered');
  return payments.flatMap((payment, index) => {
    const { strand, seq }: Place = orders[index] ?? { strand: 'case', seq: 0 };
    return [...answersOf(payment), ...sendingOf(payment), ...wordsOf(payment)].map(({ at, text }) => ({
      ...{ strand, seq, kind: 'bank', at: at.toISOString(), text },
      ...{ who: [], words: null, dueAt: null, amountFen: Number(payment.amountFen) },
    }));
  });
}

interface Said {
  readonly at: Date;
  readonly text: Bilingual;
}

/** The same answer again is not news. */
const answersOf = ({ reference, inquiries }: Payment): Said[] =>
  inquiries
    .filter(({ answer }, index) => answer !== inquiries[index - 1]?.answer)
    .map(({ question, answer, at }) => {
      const said = bankWord(answer);
      const asked =
        question === 'submit'
          ? { zh: `支付指令${reference}送银行`, en: `Payment order ${reference} sent to the bank` }
          : { zh: `向银行查询${reference}`, en: `The bank asked about ${reference}` };
      return { at, text: { zh: `${asked.zh}：${said.zh}`, en: `${asked.en}: ${said.en}` } };
    });

/** The file of its batch left the house. */
const sendingOf = ({ reference, batchNo, sentAt }: Payment): Said[] =>
  batchNo === null || sentAt === null
    ? []
    : [
        {
          at: sentAt,
          text: {
            zh: `支付指令${reference}随批次${batchNo}送银行`,
            en: `Payment order ${reference} sent to the bank with batch ${batchNo}`,
          },
        },
      ];

const wordsOf = ({ reference, words }: Payment): Said[] =>
  words.map(({ said, reasonCode, bookedAt, file }) => {
    const word = bankWord(said);
    const why = reasonCode === null ? { zh: '', en: '' } : returnReason(reasonCode);
    const day = shanghaiDate(bookedAt.getTime());
    return {
      at: file.at,
      text: {
        zh: `银行回单：支付指令${reference}${word.zh}（${day}记账${why.zh && `，${why.zh}`}）`,
        en: `The bank reports on ${reference}: ${word.en} (booked on ${day}${why.en && `; ${why.en}`})`,
      },
    };
  });
