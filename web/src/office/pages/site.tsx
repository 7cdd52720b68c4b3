import { useState } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { NewPlots } from '../../../../domain/schemas/resettlement.js';
import { usePages } from '../../common/calls/pages.js';
import { useAsked } from '../../common/calls/query.js';
import { ActForm } from '../form/act-form.js';
import { usePlotsField } from '../housing/plots-field.js';
import { Listing } from '../parts/listing.js';
import { Narrow } from '../parts/narrow.js';
import { Paged } from '../parts/paged.js';
import { useMay } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

const MOST = 100;

/** A resettlement site plot by plot: who has which, and which are free. */
export function SitePage() {
  const { t, tell } = useTexts();
  const { id } = useParams({ from: '/sites/$id' });
  const [free, setFree] = useState<'true' | 'false'>();
  const { data } = useAsked('listSites', { query: { limit: MOST } });
  const plots = usePages('listPlots', { params: { id }, query: { free } });
  const may = useMay('countyChecker', 'countyApprover', 'housingOfficer');
  const title = data?.items.find((site) => site.id === id)?.name ?? t('sites.one');
  useTitle(title);
  return (
    <>
      <h1>{title}</h1>
      {may && <EnterPlots id={id} />}
      <Narrow
        label={t('sites.which')}
        value={free}
        onChange={setFree}
        options={[
          ['true', t('sites.free')],
          ['false', t('sites.given')],
        ]}
      />
      <Paged pages={plots} empty={t('sites.noPlots')}>
        {(rows) => (
          <Listing
            caption={t('sites.plots')}
            rows={rows}
            keyOf={({ no }) => no}
            columns={[
              { name: t('sites.plotNo'), show: ({ no }) => no },
              { name: t('sites.kind'), show: ({ kind }) => tell(kind) },
              { name: t('sites.squareMetres'), show: ({ squareMetres }) => squareMetres, number: true },
              {
                name: t('sites.givenTo'),
                show: ({ caseNo }) =>
                  caseNo ? (
                    <Link to="/cases/$caseNo" params={{ caseNo }}>
                      {caseNo}
                    </Link>
                  ) : (
                    t('sites.isFree')
                  ),
              },
              { name: t('sites.persons'), show: ({ persons }) => persons, number: true },
            ]}
          />
        )}
      </Paged>
    </>
  );
}

function EnterPlots({ id }: { readonly id: string }) {
  const { t } = useTexts();
  const plots = usePlotsField(false);
  return (
    <details className="filters">
      <summary>{t('sites.enterPlots')}</summary>
      <ActForm
        act="enterPlots"
        {...{ params: { id }, schema: NewPlots, fields: [plots] }}
        submit={t('sites.enterPlots')}
        done={({ plots: number }) => t('sites.enteredPlots', { number })}
      />
    </details>
  );
}
