import type { RecoveryDetail } from '../../../../domain/schemas/recoveries.js';
import { Moment } from '../../common/parts/moment.js';
import { Listing } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';
import { PaymentLink } from './links.js';

/** What came back under a claim: paid in, or kept back of a later payment. */
export function Receipts({ claim: { receipts } }: { readonly claim: RecoveryDetail }) {
  const { t } = useTexts();
  if (receipts.length === 0) return <p className="none">{t('recoveries.noReceipts')}</p>;
  return (
    <Listing
      caption={t('recoveries.receipts')}
      rows={receipts}
      keyOf={({ voucherNo, at }) => `${voucherNo} ${at}`}
      columns={[
        { name: t('funds.at'), show: ({ at }) => <Moment at={at} /> },
        { name: t('money.amount'), show: ({ amountFen }) => <Yuan fen={amountFen} />, number: true },
        { name: t('recoveries.voucher'), show: ({ voucherNo }) => voucherNo },
        { name: t('recoveries.bookedBy'), show: ({ by }) => (by ? namesOf([by]) : t('recoveries.setOff')) },
        {
          name: t('recoveries.against'),
          show: ({ setOffAgainst }) => <PaymentLink reference={setOffAgainst} />,
        },
      ]}
    />
  );
}
