import { useParams } from '@tanstack/react-router';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from '../../common/parts/moment.js';
import { Listing } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { Paged } from '../parts/paged.js';
import { usePages } from '../../common/calls/pages.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** One fund by programme, down to the entries of the ledger. */
export function FundPage() {
  const { t, tell } = useTexts();
  const { fundId } = useParams({ from: '/funds/$fundId' });
  const fund = useAsked('getFund', { params: { fundId } });
  useTitle(fund.data?.name ?? t('rooms.funds'));
  return (
    <Loaded query={fund}>
      {({ name, programmes }) => (
        <>
          <h1>{name}</h1>
          <h2>{t('funds.byProgramme')}</h2>
          <Listing
            caption={t('funds.byProgramme')}
            rows={programmes}
            keyOf={({ programme }) => programme.code}
            columns={[
              { name: t('task.programme'), show: ({ programme }) => tell(programme) },
              { name: t('funds.allocated'), show: ({ figures }) => <Yuan fen={figures.allocated.fen} />, number: true },
              { name: t('funds.reserved'), show: ({ figures }) => <Yuan fen={figures.reserved.fen} />, number: true },
              { name: t('funds.committed'), show: ({ figures }) => <Yuan fen={figures.committed.fen} />, number: true },
              { name: t('funds.spent'), show: ({ figures }) => <Yuan fen={figures.spent.fen} />, number: true },
              { name: t('funds.available'), show: ({ figures }) => <Yuan fen={figures.available.fen} />, number: true },
            ]}
          />
          <h2>{t('funds.entries')}</h2>
          <Entries fundId={fundId} />
        </>
      )}
    </Loaded>
  );
}

function Entries({ fundId }: { readonly fundId: string }) {
  const { t, tell } = useTexts();
  const entries = usePages('listLedgerEntries', { query: { fund: fundId } });
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
            { name: t('funds.document'), show: ({ documentNo, allotment }) => documentNo ?? allotment?.documentNo },
            { name: t('funds.case'), show: ({ caseNo }) => caseNo },
          ]}
        />
      )}
    </Paged>
  );
}
