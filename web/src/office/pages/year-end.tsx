import { useParams } from '@tanstack/react-router';
import type { YearEndView } from '../../../../domain/schemas/year-end.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from '../../common/parts/moment.js';
import { FigureLink } from '../money/figure.js';
import { OnTheirWay, Unpaid } from '../money/left-over.js';
import { YearEndActs } from '../money/year-end-acts.js';
import { Facts } from '../parts/facts.js';
import { useTitle } from '../parts/use-title.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** A fund whose year is over: what of it is not spent, and the two signatures on what becomes of that. */
export function YearEndPage() {
  const { t } = useTexts();
  const { fundId } = useParams({ from: '/year-ends/$fundId' });
  const years = useAsked('listYearEnds', { query: { fund: fundId } });
  return (
    <Loaded query={years}>
      {({ items: [yearEnd] }) =>
        yearEnd ? <YearEnd yearEnd={yearEnd} /> : <p className="none">{t('yearEnds.notOver')}</p>
      }
    </Loaded>
  );
}

function YearEnd({ yearEnd }: { readonly yearEnd: YearEndView }) {
  const { t } = useTexts();
  const { fund, fiscalYear } = yearEnd;
  useTitle(`${t('rooms.yearEnds')} ${fund.name}`);
  return (
    <>
      <h1>
        {fund.name} <small>{t('yearEnds.of', { year: fiscalYear })}</small>
      </h1>
      <Facts
        facts={{
          [t('funds.unallotted')]: yearEnd.unallotted && <FigureLink figure={yearEnd.unallotted} />,
          [t('funds.available')]: <FigureLink figure={yearEnd.available} />,
          [t('funds.reserved')]: <FigureLink figure={yearEnd.reserved} />,
          [t('funds.committed')]: <FigureLink figure={yearEnd.committed} />,
          [t('funds.spent')]: <FigureLink figure={yearEnd.spent} />,
          [t('yearEnds.blocked')]: <Moment at={yearEnd.blockedAt} />,
        }}
      />
      {yearEnd.decided ? <Decided decided={yearEnd.decided} /> : <YearEndActs yearEnd={yearEnd} />}
      <h2>{t('yearEnds.unpaid')}</h2>
      <Unpaid fundId={fund.id} />
      <h2>{t('yearEnds.onTheirWay')}</h2>
      <OnTheirWay fundId={fund.id} />
    </>
  );
}

function Decided({ decided }: { readonly decided: NonNullable<YearEndView['decided']> }) {
  const { t, tell } = useTexts();
  return (
    <Facts
      facts={{
        [t('yearEnds.decision')]: <strong>{tell(decided.decision)}</strong>,
        [t('funds.document')]: decided.documentNo,
        [t('yearEnds.why')]: <span className="said">{decided.words}</span>,
        [t('yearEnds.signed')]: namesOf([decided.by, decided.cosignedBy]),
        [t('funds.at')]: <Moment at={decided.at} />,
        [t('funds.carriedOver')]: decided.carriedOver && <FigureLink figure={decided.carriedOver} />,
        [t('funds.lapsed')]: decided.lapsed && <FigureLink figure={decided.lapsed} />,
      }}
    />
  );
}
