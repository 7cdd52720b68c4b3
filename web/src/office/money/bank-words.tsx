import type { Answered } from '../../common/calls/types.js';
import { Moment } from '../../common/parts/moment.js';
import { Listing } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { useTexts } from '../texts/use-texts.js';

/** What the bank said of an order, line by line, and what was done about each word. */
export function BankWords({ payment: { words, inquiries } }: { readonly payment: Answered<'getPayment'> }) {
  const { t, tell } = useTexts();
  return (
    <>
      <h2>{t('payments.words')}</h2>
      {words.length === 0 ? (
        <p className="none">{t('payments.noWords')}</p>
      ) : (
        <Listing
          caption={t('payments.words')}
          rows={words}
          keyOf={({ file, line }) => `${file.sha256} ${line}`}
          columns={[
            { name: t('payments.booked'), show: ({ bookedAt }) => <Moment at={bookedAt} /> },
            { name: t('payments.said'), show: ({ said }) => tell(said) },
            { name: t('money.amount'), show: ({ amountFen }) => <Yuan fen={amountFen} />, number: true },
            { name: t('money.returned'), show: ({ reason }) => reason && tell(reason) },
            { name: t('payments.effect'), show: ({ effect }) => tell(effect) },
            { name: t('payments.file'), show: ({ file, line }) => t('payments.fileLine', { file: file.name, line }) },
          ]}
        />
      )}
      {inquiries.length > 0 && (
        <Listing
          caption={t('payments.inquiries')}
          rows={inquiries}
          keyOf={({ at }) => at}
          columns={[
            { name: t('funds.at'), show: ({ at }) => <Moment at={at} /> },
            { name: t('payments.said'), show: ({ answer }) => tell(answer) },
          ]}
        />
      )}
    </>
  );
}
