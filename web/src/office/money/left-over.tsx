import { usePages } from '../../common/calls/pages.js';
import { Moment } from '../../common/parts/moment.js';
import { Listing } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { Paged } from '../parts/paged.js';
import { useTexts } from '../texts/use-texts.js';
import { CaseLink, PaymentLink } from './links.js';

interface OfFund {
  readonly fundId: string;
}

/** Cases for which money of a fund is set aside and not paid. */
export function Unpaid({ fundId }: OfFund) {
  const { t, tell } = useTexts();
  const commitments = usePages('listUnpaidCommitments', { params: { fundId } });
  return (
    <Paged pages={commitments} empty={t('yearEnds.noUnpaid')}>
      {(rows) => (
        <Listing
          caption={t('yearEnds.unpaid')}
          rows={rows}
          keyOf={({ caseNo }) => caseNo}
          columns={[
            { name: t('inbox.case'), show: ({ caseNo }) => <CaseLink caseNo={caseNo} /> },
            { name: t('inbox.stage'), show: ({ stage }) => tell(stage) },
            { name: t('money.state'), show: ({ state }) => tell(state) },
            { name: t('money.amount'), show: ({ amountFen }) => <Yuan fen={amountFen} />, number: true },
            { name: t('funds.document'), show: ({ documentNo }) => documentNo },
          ]}
        />
      )}
    </Paged>
  );
}

/** Orders of a fund in a batch or with the bank: before they have their end nothing is decided. */
export function OnTheirWay({ fundId }: OfFund) {
  const { t, tell } = useTexts();
  const orders = usePages('listPaymentsOnTheirWay', { params: { fundId } });
  return (
    <Paged pages={orders} empty={t('yearEnds.noneOnTheirWay')}>
      {(rows) => (
        <Listing
          caption={t('yearEnds.onTheirWay')}
          rows={rows}
          keyOf={({ reference }) => reference}
          columns={[
            { name: t('money.reference'), show: ({ reference }) => <PaymentLink reference={reference} /> },
            { name: t('money.state'), show: ({ state }) => tell(state) },
            { name: t('money.amount'), show: ({ amountFen }) => <Yuan fen={amountFen} />, number: true },
            { name: t('batches.sent'), show: ({ sentAt }) => sentAt && <Moment at={sentAt} /> },
          ]}
        />
      )}
    </Paged>
  );
}
