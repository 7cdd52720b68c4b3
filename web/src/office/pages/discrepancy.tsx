import { Link, useParams } from '@tanstack/react-router';
import type { DiscrepancyView } from '../../../../domain/schemas/discrepancy.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from '../../common/parts/moment.js';
import { CaseLink } from '../money/links.js';
import { SettleDiscrepancy } from '../money/settle-discrepancy.js';
import { Facts } from '../parts/facts.js';
import { Yuan } from '../parts/money.js';
import { useMay } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** What does not fit between us and the bank: both sides of it, what to do, what was done. */
export function DiscrepancyPage() {
  const { id } = useParams({ from: '/discrepancies/$id' });
  return (
    <Loaded query={useAsked('getDiscrepancy', { params: { id } })}>
      {(discrepancy) => <Discrepancy {...{ discrepancy }} />}
    </Loaded>
  );
}

function Discrepancy({ discrepancy }: { readonly discrepancy: DiscrepancyView }) {
  const { t, tell } = useTexts();
  const may = useMay('paymentReviewer', 'countySupervisor');
  const { id, kind, reference, batchNo, file, settled } = discrepancy;
  useTitle(tell(kind));
  return (
    <>
      <h1>{tell(kind)}</h1>
      <Facts
        facts={{
          [t('money.reference')]: reference,
          [t('inbox.case')]: discrepancy.caseNo && <CaseLink caseNo={discrepancy.caseNo} />,
          [t('payments.batch')]: batchNo && (
            <Link to="/batches/$no" params={{ no: batchNo }}>
              {batchNo}
            </Link>
          ),
          [t('payments.file')]: file && <span className="long">{file}</span>,
          [t('discrepancies.ours')]: discrepancy.ourFen !== null && <Yuan fen={discrepancy.ourFen} />,
          [t('discrepancies.bank')]: discrepancy.bankFen !== null && <Yuan fen={discrepancy.bankFen} />,
          [t('discrepancies.found')]: <Moment at={discrepancy.foundAt} />,
        }}
      />
      <h2>{t('discrepancies.advice')}</h2>
      <p>{tell(discrepancy.advice)}</p>
      <h2>{t(settled ? 'discrepancies.settled' : 'discrepancies.open')}</h2>
      {settled ? (
        <>
          <p className="said">{tell(settled.settlement)}</p>
          <p>
            <Moment at={settled.at} /> {settled.by ? namesOf([settled.by]) : t('discrepancies.byItself')}
          </p>
        </>
      ) : may ? (
        <SettleDiscrepancy id={id} />
      ) : (
        <p className="none">{t('discrepancies.awaited')}</p>
      )}
    </>
  );
}
