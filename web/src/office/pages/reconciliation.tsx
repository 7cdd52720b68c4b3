import { useState } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { FITS, type Fit } from '../../../../domain/rules/reconciliation.js';
import type { ReconciliationDetail } from '../../../../domain/schemas/reconciliation.js';
import { FIT_NAMES } from '../../../../domain/texts/reconciliation.js';
import { useAsked } from '../../common/calls/query.js';
import { SelectField } from '../../common/form/field.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from '../../common/parts/moment.js';
import { Download } from '../../common/parts/download.js';
import { ReconciliationLines } from '../money/reconciliation-lines.js';
import { SignDay } from '../money/sign-day.js';
import { Facts } from '../parts/facts.js';
import { Yuan } from '../parts/money.js';
import { useTitle } from '../parts/use-title.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** One day of the bank's statement against the ledger: its lines, what does not fit, its signature. */
export function ReconciliationPage() {
  const { t, tell } = useTexts();
  const params = useParams({ from: '/reconciliations/$county/$date' });
  const [fit, setFit] = useState<Fit | ''>('');
  const day = useAsked('getReconciliation', { params, query: { limit: 1 } });
  useTitle(`${t('rooms.reconciliations')} ${params.date}`);
  const fits = FITS.map((each) => [each, tell(FIT_NAMES[each])] as const);
  return (
    <>
      <h1>
        {t('rooms.reconciliations')} <small>{params.date}</small>
      </h1>
      <Loaded query={day}>{(detail) => <Day day={detail} />}</Loaded>
      <h2>{t('reconciliations.lines')}</h2>
      <SelectField
        label={t('reconciliations.fit')}
        value={fit}
        onChange={({ target }) => setFit(target.value as Fit | '')}
        options={[['', t('inbox.any')], ...fits]}
      />
      <ReconciliationLines {...params} fit={fit === '' ? undefined : fit} />
    </>
  );
}

function Day({ day }: { readonly day: ReconciliationDetail }) {
  const { t, list } = useTexts();
  const { county, date, signed } = day;
  return (
    <>
      <Facts
        facts={{
          [t('reconciliations.matched')]: day.matched,
          [t('reconciliations.matchedFen')]: <Yuan fen={day.matchedFen} />,
          [t('reconciliations.missingAtBank')]: day.missingAtBank,
          [t('reconciliations.missingHere')]: day.missingHere,
          [t('reconciliations.amountDiffers')]: day.amountDiffers,
          [t('reconciliations.unsettled')]: day.unsettled,
          [t('reconciliations.statements')]: <span className="long">{list(day.statements)}</span>,
          [t('reconciliations.madeAt')]: <Moment at={day.madeAt} />,
          [t('reconciliations.signed')]: signed && (
            <>
              {namesOf([signed.by])} <Moment at={signed.at} />
            </>
          ),
        }}
      />
      <div>
        <Download href={`/api/reconciliations/${county}/${date}/report`}>{t('reconciliations.export')}</Download>
      </div>
      {!signed && <SignDay day={day} />}
      {day.further.length > 0 && <Further further={day.further} />}
    </>
  );
}

/** What belongs to no line of the day. */
function Further({ further }: Pick<ReconciliationDetail, 'further'>) {
  const { t, tell } = useTexts();
  return (
    <>
      <h2>{t('reconciliations.further')}</h2>
      <ul>
        {further.map(({ id, kind }) => (
          <li key={id}>
            <Link to="/discrepancies/$id" params={{ id }}>
              {tell(kind)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
