import { Link } from '@tanstack/react-router';
import { EmptyBody } from '../../../../domain/schemas/household-step.js';
import { Moment } from '../../common/parts/moment.js';
import { ActForm } from '../form/act-form.js';
import { Yuan } from '../parts/money.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';
import { ListPage } from '../parts/list-page.js';

/** What leaves for the bank in one file; sending before the cut-off. */
export function BatchesPage() {
  const { t, tell } = useTexts();
  const may = useMay('paymentReviewer');
  return (
    <ListPage
      room="batches"
      id="listPaymentBatches"
      keyOf={({ no }) => no}
      empty={t('batches.none')}
      columns={[
        {
          name: t('schedules.no'),
          show: ({ no }) => (
            <Link to="/batches/$no" params={{ no }}>
              {no}
            </Link>
          ),
        },
        { name: t('money.state'), show: ({ state }) => tell(state) },
        { name: t('schedules.orders'), show: ({ orders }) => orders, number: true },
        { name: t('schedules.sum'), show: ({ sumFen }) => <Yuan fen={sumFen} />, number: true },
        { name: t('batches.sent'), show: ({ sentAt }) => sentAt && <Moment at={sentAt} /> },
        { name: t('batches.taken'), show: ({ takenAt }) => takenAt && <Moment at={takenAt} /> },
        { name: t('batches.ended'), show: ({ endedAt }) => endedAt && <Moment at={endedAt} /> },
      ]}
    >
      {may && (
        <ActForm
          act="sendPaymentBatch"
          schema={EmptyBody}
          fields={[]}
          submit={t('batches.send')}
          done={({ no }) => t('batches.sentIt', { no })}
        />
      )}
    </ListPage>
  );
}
