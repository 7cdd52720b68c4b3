import { useMemo } from 'react';
import type { MoneyUse } from '../../../../domain/schemas/supervision.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import type { Bars } from '../charts/bars.js';
import { Chart } from '../charts/chart.js';
import { useFigureColumns } from '../money/figure.js';
import { Listing } from '../parts/listing.js';
import { useTexts } from '../texts/use-texts.js';

/** What became of the year's allotments by fund and programme, drawn and as a table whose figures lead to their entries. */
export function MoneyUsed() {
  const { t } = useTexts();
  return (
    <Loaded query={useAsked('getMoneyUse', {})}>
      {({ items }) => (items.length === 0 ? <p className="none">{t('overview.noMoney')}</p> : <Used items={items} />)}
    </Loaded>
  );
}

const PARTS = ['spent', 'committed', 'reserved', 'available'] as const;

function Used({ items }: Pick<MoneyUse, 'items'>) {
  const { t, tell, language } = useTexts();
  const figures = useFigureColumns<MoneyUse['items'][number]>();
  const bars = useMemo<Bars>(
    () => ({
      stacked: true,
      categories: items.map(({ fund, programme }) => `${fund.name} · ${tell(programme)}`),
      series: PARTS.map((part) => ({
        name: t(`funds.${part}`),
        values: items.map((item) => item.figures[part].fen / 100),
      })),
    }),
    // The texts change with the language alone.
    // oxlint-disable-next-line react/exhaustive-deps
    [items, language],
  );
  return (
    <>
      <Chart title={t('overview.moneyChart')} bars={bars} />
      <Listing
        caption={t('overview.moneyChart')}
        rows={items}
        keyOf={({ fund, programme }) => `${fund.id} ${programme.code}`}
        columns={[
          { name: t('funds.name'), show: ({ fund }) => fund.name },
          { name: t('task.programme'), show: ({ programme }) => tell(programme) },
          ...figures,
        ]}
      />
    </>
  );
}
