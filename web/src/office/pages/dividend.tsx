import { useState } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { DividendApproval, type DividendView } from '../../../../domain/schemas/dividend.js';
import { usePages } from '../../common/calls/pages.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from '../../common/parts/moment.js';
import { ActForm } from '../form/act-form.js';
import { Facts } from '../parts/facts.js';
import { Listing } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { Paged } from '../parts/paged.js';
import { useMay } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** One dividend: its sums, how far it is, what each entitlement has of it, and its signature. */
export function DividendPage() {
  const { no } = useParams({ from: '/dividends/$no' });
  return <Loaded query={useAsked('getDividend', { params: { no } })}>{(view) => <Dividend dividend={view} />}</Loaded>;
}

function Dividend({ dividend }: { readonly dividend: DividendView }) {
  const { t, tell } = useTexts();
  const [said, setSaid] = useState<string>();
  const { no, asset, year, state, incomeFen, sums, collective, progress, madeAt, approvedAt } = dividend;
  useTitle(no);
  return (
    <>
      <h1>{no}</h1>
      <Facts
        facts={{
          [t('dividends.asset')]: asset.name,
          [t('funds.year')]: year,
          [t('money.state')]: tell(state),
          [t('dividends.income')]: <Yuan fen={incomeFen} />,
          [t('dividends.collective')]: sums && (
            <>
              <Yuan fen={sums.collectiveFen} /> {collective?.payee?.name}{' '}
              {collective?.caseNo && (
                <Link to="/cases/$caseNo" params={{ caseNo: collective.caseNo }}>
                  {collective.caseNo}
                </Link>
              )}
            </>
          ),
          [t('dividends.reserve')]: sums && <Yuan fen={sums.reserveFen} />,
          [t('dividends.ofHouseholds')]: sums && <Yuan fen={sums.householdsFen} />,
          [t('dividends.listed')]: progress.listed,
          [t('dividends.divided')]: progress.divided,
          [t('dividends.handedOn')]: progress.handedOn,
          [t('dividends.paidRuns')]: progress.paid,
          [t('schedules.made')]: <Moment at={madeAt} />,
          [t('dividends.approved')]: approvedAt && <Moment at={approvedAt} />,
        }}
      />
      <output className={said === undefined ? undefined : 'good'} aria-live="polite">
        {said}
      </output>
      <Approve dividend={dividend} onSaid={setSaid} />
      <h2>{t('dividends.parts')}</h2>
      <Parts no={no} />
    </>
  );
}

interface Approving {
  readonly dividend: DividendView;
  readonly onSaid: (said: string) => void;
}

/** Signed is what was seen: the digest of these parts. */
function Approve({ dividend: { no, state, digest, collective }, onSaid }: Approving) {
  const { t } = useTexts();
  const may = useMay('countyApprover');
  if (state.code === 'dividing') return <p className="none">{t('dividends.wait')}</p>;
  if (!may || state.code !== 'divided' || digest === null) return null;
  const several = (collective?.fitting ?? []).map(({ id, name }) => [id, name] as const);
  const named = { name: 'collectiveId', kind: 'select', label: t('dividends.collectiveTo'), options: several } as const;
  return (
    <ActForm
      act="approveDividend"
      {...{ params: { no }, schema: DividendApproval, fixed: { digest }, fields: several.length > 1 ? [named] : [] }}
      submit={t('dividends.approve')}
      done={() => t('dividends.signed')}
      onDone={() => onSaid(t('dividends.signed'))}
    />
  );
}

function Parts({ no }: { readonly no: string }) {
  const { t } = useTexts();
  const parts = usePages('listDividendParts', { params: { no } });
  return (
    <Paged pages={parts} empty={t('dividends.noParts')}>
      {(rows) => (
        <Listing
          caption={t('dividends.parts')}
          rows={rows}
          keyOf={({ entitlementNo }) => entitlementNo}
          columns={[
            {
              name: t('entitlements.no'),
              show: ({ entitlementNo }) => (
                <Link to="/entitlements/$caseNo" params={{ caseNo: entitlementNo }}>
                  {entitlementNo}
                </Link>
              ),
            },
            { name: t('dividends.shares'), show: ({ shares }) => shares, number: true },
            {
              name: t('household.canWork'),
              show: ({ canWork }) => t(canWork ? 'household.works' : 'household.worksNot'),
            },
            { name: t('money.amount'), show: ({ amountFen }) => <Yuan fen={amountFen} />, number: true },
            {
              name: t('dividends.run'),
              show: ({ caseNo }) =>
                caseNo && (
                  <Link to="/cases/$caseNo" params={{ caseNo }}>
                    {caseNo}
                  </Link>
                ),
            },
          ]}
        />
      )}
    </Paged>
  );
}
