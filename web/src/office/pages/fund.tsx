import { Link, useParams } from '@tanstack/react-router';
import type { FundDetail } from '../../../../domain/schemas/ledger.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Allotments } from '../money/allotments.js';
import { Entries } from '../money/entries.js';
import { FigureLink, useFigureColumns } from '../money/figure.js';
import { NewAllotmentForm } from '../money/new-allotment.js';
import { Facts } from '../parts/facts.js';
import { Listing } from '../parts/listing.js';
import { useMay } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** One fund by programme and county, its allotments, down to the entries of the ledger. */
export function FundPage() {
  const { t } = useTexts();
  const { fundId } = useParams({ from: '/funds/$fundId' });
  const fund = useAsked('getFund', { params: { fundId } });
  useTitle(fund.data?.name ?? t('rooms.funds'));
  return <Loaded query={fund}>{(detail) => <Fund fund={detail} />}</Loaded>;
}

function Fund({ fund }: { readonly fund: FundDetail }) {
  const { t, tell } = useTexts();
  const mayAllot = useMay('paymentReviewer') && fund.amount !== null && fund.yearEnd === null;
  const programmes = useFigureColumns<FundDetail['programmes'][number]>();
  const counties = useFigureColumns<FundDetail['counties'][number]>();
  return (
    <>
      <h1>{fund.name}</h1>
      <About fund={fund} />
      {mayAllot && <NewAllotmentForm fundId={fund.id} />}
      <h2>{t('funds.byProgramme')}</h2>
      <Listing
        caption={t('funds.byProgramme')}
        rows={fund.programmes}
        keyOf={({ programme }) => programme.code}
        columns={[{ name: t('task.programme'), show: ({ programme }) => tell(programme) }, ...programmes]}
      />
      {fund.counties.length > 1 && (
        <>
          <h2>{t('funds.byCounty')}</h2>
          <Listing
            caption={t('funds.byCounty')}
            rows={fund.counties}
            keyOf={({ county }) => county.code}
            columns={[{ name: t('allotments.county'), show: ({ county }) => county.name }, ...counties]}
          />
        </>
      )}
      <h2>{t('funds.allotments')}</h2>
      <Allotments fund={fund.id} />
      <h2>{t('funds.entries')}</h2>
      <Entries search={{ fund: fund.id }} />
    </>
  );
}

function About({ fund }: { readonly fund: FundDetail }) {
  const { t, tell } = useTexts();
  const { incomeGrowth, yearEnd } = fund;
  return (
    <>
      <Facts
        facts={{
          [t('funds.source')]: tell(fund.source),
          [t('funds.year')]: fund.fiscalYear,
          [t('funds.endsOn')]: fund.endsOn,
          [t('funds.purpose')]: fund.purpose,
          [t('funds.amount')]: fund.amount && <FigureLink figure={fund.amount} />,
          [t('funds.unallotted')]: fund.unallotted && <FigureLink figure={fund.unallotted} />,
          [t('funds.carriedOver')]: !!fund.carriedOver?.fen && <FigureLink figure={fund.carriedOver} />,
          [t('funds.lapsed')]: !!fund.lapsed?.fen && <FigureLink figure={fund.lapsed} />,
          [t('rooms.yearEnds')]: yearEnd && (
            <Link to="/year-ends/$fundId" params={{ fundId: fund.id }}>
              {yearEnd.decision ? tell(yearEnd.decision) : t('yearEnds.undecided')}
            </Link>
          ),
          [t('funds.growthShare')]: incomeGrowth && `${(incomeGrowth.shareBasisPoints / 100).toFixed(2)}%`,
        }}
      />
      {incomeGrowth?.warning && <p className="none">{tell(incomeGrowth.warning)}</p>}
    </>
  );
}
