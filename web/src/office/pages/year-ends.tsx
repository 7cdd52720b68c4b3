import { Link } from '@tanstack/react-router';
import type { YearEndView } from '../../../../domain/schemas/year-end.js';
import { FigureLink } from '../money/figure.js';
import { Yuan } from '../parts/money.js';
import { ListPage } from '../parts/list-page.js';
import { useTexts } from '../texts/use-texts.js';

/** 年终结转: funds whose fiscal year is over, and what was decided about what is left of them. */
export function YearEndsPage() {
  const { t } = useTexts();
  return (
    <ListPage
      room="yearEnds"
      id="listYearEnds"
      keyOf={({ fund }) => fund.id}
      empty={t('yearEnds.none')}
      columns={[
        {
          name: t('funds.name'),
          show: ({ fund }) => (
            <Link to="/year-ends/$fundId" params={{ fundId: fund.id }}>
              {fund.name}
            </Link>
          ),
        },
        { name: t('funds.year'), show: ({ fiscalYear }) => fiscalYear },
        { name: t('funds.available'), show: ({ available }) => <FigureLink figure={available} />, number: true },
        { name: t('yearEnds.unpaid'), show: ({ unpaid }) => <Yuan fen={unpaid.fen} />, number: true },
        { name: t('yearEnds.onTheirWay'), show: ({ onTheirWay }) => onTheirWay.count, number: true },
        { name: t('yearEnds.decision'), show: (yearEnd) => <Decision {...{ yearEnd }} /> },
      ]}
    />
  );
}

function Decision({ yearEnd: { decided, proposal } }: { readonly yearEnd: YearEndView }) {
  const { t, tell } = useTexts();
  if (decided) return tell(decided.decision);
  return <span className="tag wait">{t(proposal ? 'yearEnds.waits' : 'yearEnds.undecided')}</span>;
}
