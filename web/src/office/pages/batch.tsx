import { useParams } from '@tanstack/react-router';
import type { BatchDetail } from '../../../../domain/schemas/payment-batch.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from '../../common/parts/moment.js';
import { Facts } from '../parts/facts.js';
import { Listing } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { useTitle } from '../parts/use-title.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** One payment batch: its control totals, where its orders are, the files that went and came. */
export function BatchPage() {
  const { no } = useParams({ from: '/batches/$no' });
  const batch = useAsked('getPaymentBatch', { params: { no } });
  useTitle(no);
  return <Loaded query={batch}>{(detail) => <Batch batch={detail} />}</Loaded>;
}

function Batch({ batch }: { readonly batch: BatchDetail }) {
  const { t, tell } = useTexts();
  const { no, createdBy, sentAt, takenAt, endedAt } = batch;
  return (
    <>
      <h1>{no}</h1>
      {batch.onHold && <p className="tag wait">{t('batches.onHold')}</p>}
      <Facts
        facts={{
          [t('money.state')]: <strong>{tell(batch.state)}</strong>,
          [t('allotments.county')]: batch.county.name,
          [t('schedules.orders')]: batch.orders,
          [t('schedules.sum')]: batch.sumFen !== null && <Yuan fen={batch.sumFen} />,
          [t('batches.createdBy')]: createdBy ? namesOf([createdBy]) : t('batches.byCutOff'),
          [t('batches.created')]: <Moment at={batch.createdAt} />,
          [t('batches.sent')]: sentAt && <Moment at={sentAt} />,
          [t('batches.taken')]: takenAt && <Moment at={takenAt} />,
          [t('batches.ended')]: endedAt && <Moment at={endedAt} />,
        }}
      />
      <h2>{t('batches.counts')}</h2>
      {batch.counts.length === 0 ? <p className="none">{t('batches.noOrders')}</p> : <Counts counts={batch.counts} />}
      <h2>{t('batches.files')}</h2>
      {batch.files.length === 0 ? <p className="none">{t('batches.noFiles')}</p> : <Files files={batch.files} />}
    </>
  );
}

function Counts({ counts }: Pick<BatchDetail, 'counts'>) {
  const { t, tell } = useTexts();
  return (
    <Listing
      caption={t('batches.counts')}
      rows={counts}
      keyOf={({ state }) => state.code}
      columns={[
        { name: t('money.state'), show: ({ state }) => tell(state) },
        { name: t('schedules.orders'), show: ({ orders }) => orders, number: true },
        { name: t('schedules.sum'), show: ({ sumFen }) => <Yuan fen={sumFen} />, number: true },
      ]}
    />
  );
}

function Files({ files }: Pick<BatchDetail, 'files'>) {
  const { t, tell } = useTexts();
  return (
    <Listing
      caption={t('batches.files')}
      rows={files}
      keyOf={({ sha256 }) => sha256}
      columns={[
        { name: t('funds.at'), show: ({ at }) => <Moment at={at} /> },
        { name: t('batches.kind'), show: ({ kind }) => tell(kind) },
        { name: t('payments.file'), show: ({ name }) => <span className="long">{name}</span> },
        { name: t('batches.lines'), show: ({ lines }) => lines, number: true },
        { name: t('schedules.sum'), show: ({ sumFen }) => <Yuan fen={sumFen} />, number: true },
        { name: t('batches.sha256'), show: ({ sha256 }) => <span className="long">{sha256}</span> },
      ]}
    />
  );
}
