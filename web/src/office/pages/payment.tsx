import { Link, useParams } from '@tanstack/react-router';
import { useAsked } from '../../common/calls/query.js';
import type { Answered } from '../../common/calls/types.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from '../../common/parts/moment.js';
import { BankWords } from '../money/bank-words.js';
import { CaseLink, PaymentLink } from '../money/links.js';
import { Facts } from '../parts/facts.js';
import { Yuan } from '../parts/money.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

type Payment = Answered<'getPayment'>;

/** One payment order: whom it pays, who made and reviewed it, which batch took it, every word of the bank. */
export function PaymentPage() {
  const { reference } = useParams({ from: '/payments/$reference' });
  const payment = useAsked('getPayment', { params: { reference } });
  useTitle(reference);
  return (
    <Loaded query={payment}>
      {(detail) => (
        <>
          <h1>{reference}</h1>
          <Order payment={detail} />
          <Signatures payment={detail} />
          <BankWords payment={detail} />
        </>
      )}
    </Loaded>
  );
}

interface Shown {
  readonly payment: Payment;
}

function Order({ payment }: Shown) {
  const { t, tell } = useTexts();
  return (
    <Facts
      facts={{
        [t('money.state')]: <strong>{tell(payment.state)}</strong>,
        [t('money.amount')]: <Yuan fen={payment.amountFen} />,
        [t('inbox.case')]: <CaseLink caseNo={payment.caseNo} />,
        [t('payments.payee')]: payment.payee.name,
        [t('payments.account')]: payment.payee.account,
        [t('payments.bank')]: payment.bankName,
        [t('payments.paidTo')]: payment.paidTo && `${payment.paidTo.name}（${tell(payment.paidTo.kind)}）`,
        [t('payments.remark')]: payment.remark,
        [t('funds.document')]: payment.documentNo,
        [t('allotments.accountCode')]: payment.accountCode,
        [t('payments.replaces')]: payment.replaces && <PaymentLink reference={payment.replaces} />,
        [t('money.returned')]: payment.returnedReason && tell(payment.returnedReason),
        [t('payments.restored')]: payment.restored && t('payments.wasRestored'),
      }}
    />
  );
}

/** Who signed, and by which schedule and batch it left. */
function Signatures({ payment }: Shown) {
  const { t, tell } = useTexts();
  const { scheduleNo, batch, sentAt, settledAt, reviewedAt } = payment;
  return (
    <>
      <h2>{t('payments.way')}</h2>
      <Facts
        facts={{
          [t('payments.madeBy')]: payment.preparedBy,
          [t('payments.prepared')]: <Moment at={payment.preparedAt} />,
          [t('payments.reviewedBy')]: payment.reviewedBy,
          [t('payments.reviewedAt')]: reviewedAt && <Moment at={reviewedAt} />,
          [t('schedules.third')]: payment.thirdBy,
          [t('payments.schedule')]: scheduleNo && (
            <Link to="/schedules/$no" params={{ no: scheduleNo }}>
              {scheduleNo}
            </Link>
          ),
          [t('payments.batch')]: batch && (
            <>
              <Link to="/batches/$no" params={{ no: batch.no }}>
                {batch.no}
              </Link>{' '}
              {tell(batch.state)}
            </>
          ),
          [t('batches.sent')]: sentAt && <Moment at={sentAt} />,
          [t('money.settled')]: settledAt && <Moment at={settledAt} />,
        }}
      />
    </>
  );
}
