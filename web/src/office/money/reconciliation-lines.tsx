import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Fit } from '../../../../domain/rules/reconciliation.js';
import type { DiscrepancyView } from '../../../../domain/schemas/discrepancy.js';
import { call } from '../../common/calls/call.js';
import { Listing } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { Paged } from '../parts/paged.js';
import { useTexts } from '../texts/use-texts.js';

interface Asked {
  readonly county: string;
  readonly date: string;
  readonly fit: Fit | undefined;
}

/** The lines of a day, both sides of each; what does not fit leads to what is done about it. */
export function ReconciliationLines(asked: Asked) {
  const { t, tell } = useTexts();
  return (
    <Paged pages={useLines(asked)} empty={t('reconciliations.noLines')}>
      {(rows) => (
        <Listing
          caption={t('reconciliations.lines')}
          rows={rows}
          keyOf={({ line }) => String(line)}
          columns={[
            { name: t('money.reference'), show: ({ reference }) => reference },
            { name: t('payments.said'), show: ({ says }) => tell(says) },
            { name: t('discrepancies.ours'), show: ({ ourFen }) => <Yuan fen={ourFen} />, number: true },
            { name: t('discrepancies.bank'), show: ({ bankFen }) => <Yuan fen={bankFen} />, number: true },
            { name: t('reconciliations.fit'), show: ({ fit }) => tell(fit) },
            {
              name: t('discrepancies.settled'),
              show: ({ discrepancy }) => discrepancy && <Settled discrepancy={discrepancy} />,
            },
          ]}
        />
      )}
    </Paged>
  );
}

/** The lines lie within the day: page by page, as other lists. */
const useLines = ({ county, date, fit }: Asked) =>
  useInfiniteQuery({
    queryKey: ['getReconciliation', 'lines', county, date, fit],
    queryFn: async ({ pageParam: cursor }) => {
      const query = { ...(fit && { fit }), ...(cursor !== undefined && { cursor }) };
      return (await call('getReconciliation', { params: { county, date }, query })).lines;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

function Settled({ discrepancy: { id, settled } }: { readonly discrepancy: DiscrepancyView }) {
  const { t, tell } = useTexts();
  return (
    <Link to="/discrepancies/$id" params={{ id }}>
      {settled ? tell(settled.settlement) : t('discrepancies.open')}
    </Link>
  );
}
