import { type ReactNode, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { EFFECTS } from '../../../../domain/schemas/programme-version.js';
import { usePages } from '../../common/calls/pages.js';
import { TextField } from '../../common/form/field.js';
import { Facts } from '../parts/facts.js';
import { Listing } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { Paged } from '../parts/paged.js';
import { useTexts } from '../texts/use-texts.js';

/** What a year's cases would have got by the draft, and what that would have cost. */
export function DryRun({ id }: { readonly id: string }) {
  const { t } = useTexts();
  const [thisYear] = useState(() => new Date().getFullYear());
  const [asked, setAsked] = useState(() => String(thisYear - 1));
  const isYear = /^20\d\d$/.test(asked);
  return (
    <>
      <h2>{t('programmes.dryRun')}</h2>
      <TextField
        label={t('programmes.ofYear')}
        inputMode="numeric"
        value={asked}
        onChange={({ target }) => setAsked(target.value)}
      />
      {isYear && (
        <OfYear key={asked} id={id} year={asked}>
          {asked !== String(thisYear) && (
            <button type="button" className="second small" onClick={() => setAsked(String(thisYear))}>
              {t('programmes.seeYear', { year: thisYear })}
            </button>
          )}
        </OfYear>
      )}
    </>
  );
}

interface Asked {
  readonly id: string;
  readonly year: string;
  /** What is offered where there was nothing in that year. */
  readonly children: ReactNode;
}

function OfYear({ id, year, children }: Asked) {
  const { t } = useTexts();
  const pages = usePages('dryRunProgramme', { params: { id }, query: { year } });
  const run = pages.data?.pages[0];
  if (run?.cases === 0)
    return (
      <div className="none">
        <p>{t('programmes.noCases', { year })}</p>
        {children}
      </div>
    );
  return (
    <>
      {run && (
        <Facts
          facts={{
            [t('programmes.cases')]: run.cases,
            ...Object.fromEntries(
              EFFECTS.map((effect) => [t(`programmes.effects.${effect}`), run.counts[effect] ?? 0]),
            ),
            [t('programmes.before')]: <Yuan fen={run.beforeFen} />,
            [t('programmes.after')]: <Yuan fen={run.afterFen} />,
            ...(run.afterByOffice && {
              [t('programmes.byProvince')]: <Yuan fen={run.afterByOffice.province} />,
              [t('programmes.byCity')]: <Yuan fen={run.afterByOffice.city} />,
              [t('programmes.byCounty')]: <Yuan fen={run.afterByOffice.county} />,
            }),
          }}
        />
      )}
      <Paged pages={pages} empty={t('programmes.noneChanged')}>
        {(rows) => (
          <Listing
            caption={t('programmes.dryRun')}
            rows={rows}
            keyOf={({ caseNo }) => caseNo}
            columns={[
              {
                name: t('inbox.case'),
                show: ({ caseNo }) => (
                  <Link to="/cases/$caseNo" params={{ caseNo }}>
                    {caseNo}
                  </Link>
                ),
              },
              { name: t('programmes.effect'), show: ({ effect }) => t(`programmes.effects.${effect}`) },
              { name: t('programmes.before'), show: ({ beforeFen }) => <Yuan fen={beforeFen} />, number: true },
              { name: t('programmes.after'), show: ({ afterFen }) => <Yuan fen={afterFen} />, number: true },
            ]}
          />
        )}
      </Paged>
    </>
  );
}
