import { usePages } from '../../common/calls/pages.js';
import { Moment } from '../../common/parts/moment.js';
import { Listing } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { Paged } from '../parts/paged.js';
import { useTexts } from '../texts/use-texts.js';
import { type LedgerSearch, ledgerQuery } from './ledger-search.js';
import { CaseLink, PaymentLink } from './links.js';

/** Entries of the ledger: what was moved, by which document, for whom. */
export function Entries({ search }: { readonly search: LedgerSearch }) {
  const { t, tell } = useTexts();
  const entries = usePages('listLedgerEntries', { query: ledgerQuery(search) });
  return (
    <Paged pages={entries} empty={t('funds.noEntries')}>
      {(rows) => (
        <Listing
          caption={t('funds.entries')}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { name: t('funds.at'), show: ({ at }) => <Moment at={at} /> },
            { name: t('funds.transaction'), show: ({ kind }) => tell(kind) },
            { name: t('funds.account'), show: ({ account }) => tell(account) },
            { name: t('money.amount'), show: ({ amountFen }) => <Yuan fen={amountFen} />, number: true },
            { name: t('funds.name'), show: ({ fund }) => fund.name },
            { name: t('funds.document'), show: ({ documentNo, allotment }) => documentNo ?? allotment?.documentNo },
            { name: t('inbox.case'), show: ({ caseNo }) => caseNo && <CaseLink caseNo={caseNo} /> },
            { name: t('money.reference'), show: ({ reference }) => reference && <PaymentLink reference={reference} /> },
          ]}
        />
      )}
    </Paged>
  );
}
