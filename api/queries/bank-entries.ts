import type { TimelineEntry } from '../../domain/schemas/case-view.js';
import { bankWord } from '../../domain/texts/money.js';
import type { Tx } from '../../prisma/client.js';
import type { BankInquiryModel as BankInquiry } from '../../prisma/generated/models.js';

/** What the bank was asked and said, under the number of the order it is about; the same answer again is not news. */
export async function bankEntries(tx: Tx, caseNo: string, entries: readonly TimelineEntry[]): Promise<TimelineEntry[]> {
  const payments = await tx.payment.findMany({
    where: { caseNo },
    include: { inquiries: { orderBy: { id: 'asc' } } },
    orderBy: { attempt: 'asc' },
  });
  const orders = entries.filter(({ kind }) => kind === 'paymentOrdered');
  return payments.flatMap(({ reference, amountFen, inquiries }, index) =>
    inquiries
      .filter(({ answer }, at) => answer !== inquiries[at - 1]?.answer)
      .map((inquiry) => entryOf(inquiry, reference, Number(amountFen), orders[index]?.seq ?? 0)),
  );
}

function entryOf(inquiry: BankInquiry, reference: string, amountFen: number, seq: number): TimelineEntry {
  const { question, answer, at } = inquiry;
  const said = bankWord(answer);
  const asked =
    question === 'submit'
      ? { zh: `支付指令${reference}送银行`, en: `Payment order ${reference} sent to the bank` }
      : { zh: `向银行查询${reference}`, en: `The bank asked about ${reference}` };
  return {
    ...{ strand: 'case', seq, kind: 'bank', at: at.toISOString() },
    text: { zh: `${asked.zh}：${said.zh}`, en: `${asked.en}: ${said.en}` },
    ...{ who: [], words: null, dueAt: null, amountFen },
  };
}
