import { Moment } from '../../common/parts/moment.js';
import { CaseLink, PaymentLink } from '../money/links.js';
import { Yuan } from '../parts/money.js';
import { useTexts } from '../texts/use-texts.js';
import { ListPage } from '../parts/list-page.js';

/** Payment orders of the area, with what the bank said last. */
export function PaymentsPage() {
  const { t, tell } = useTexts();
  return (
    <ListPage
      room="payments"
      id="listPayments"
      keyOf={({ reference }) => reference}
      empty={t('payments.none')}
      columns={[
        { name: t('money.reference'), show: ({ reference }) => <PaymentLink reference={reference} /> },
        { name: t('inbox.case'), show: ({ caseNo }) => <CaseLink caseNo={caseNo} /> },
        { name: t('money.amount'), show: ({ amountFen }) => <Yuan fen={amountFen} />, number: true },
        { name: t('money.state'), show: ({ state }) => tell(state) },
        { name: t('payments.bank'), show: ({ bankName }) => bankName },
        { name: t('payments.prepared'), show: ({ preparedAt }) => <Moment at={preparedAt} /> },
        { name: t('money.returned'), show: ({ returnedReason }) => returnedReason && tell(returnedReason) },
      ]}
    />
  );
}
