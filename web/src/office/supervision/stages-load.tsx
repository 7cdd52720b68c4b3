import { useMemo } from 'react';
import { Link } from '@tanstack/react-router';
import type { Workload } from '../../../../domain/schemas/desk.js';
import type { Bars } from '../charts/bars.js';
import { Chart } from '../charts/chart.js';
import { Listing } from '../parts/listing.js';
import { useTexts } from '../texts/use-texts.js';

type Stages = Pick<Workload, 'stages'>;

/** Where the tasks are and how long they take, drawn and as a table; each stage leads to its tasks. */
export function StagesLoad({ stages }: Stages) {
  const { t, tell, list } = useTexts();
  const [open, time] = useBars(stages);
  const stuck = stages.filter(({ bottleneck }) => bottleneck);
  return (
    <>
      {stuck.length > 0 && (
        <p className="none">{t('overview.stuck', { stages: list(stuck.map(({ stage }) => tell(stage))) })}</p>
      )}
      {open.categories.length > 0 && (
        <>
          <h3>{t('overview.chart')}</h3>
          <Chart title={t('overview.chart')} bars={open} />
        </>
      )}
      {time.categories.length > 0 && (
        <>
          <h3>{t('overview.timeChart')}</h3>
          <Chart title={t('overview.timeChart')} bars={time} />
        </>
      )}
      <Table stages={stages} />
    </>
  );
}

function useBars(stages: Workload['stages']): [open: Bars, time: Bars] {
  const { t, tell, language } = useTexts();
  return useMemo(() => {
    const timed = stages.filter(({ done }) => done > 0);
    const bars = (
      rows: typeof stages,
      named: Readonly<Record<string, (row: (typeof stages)[number]) => number | null>>,
    ) => ({
      categories: rows.map(({ stage }) => tell(stage)),
      series: Object.entries(named).map(([name, value]) => ({ name, values: rows.map(value) })),
    });
    return [
      bars(
        stages.filter(({ open }) => open > 0),
        { [t('overview.open')]: (row) => row.open, [t('overview.overdue')]: (row) => row.overdue },
      ),
      bars(timed, {
        [t('overview.mean')]: (row) => tenths(row.meanHours),
        [t('overview.limit')]: (row) => tenths(row.limitHours),
      }),
    ];
    // The texts change with the language alone.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [stages, language]);
}

const tenths = (hours: number | null): number | null => (hours === null ? null : Math.round(hours * 10) / 10);
const shown = (hours: number | null): string => (hours === null ? '' : hours.toFixed(1));

function Table({ stages }: Stages) {
  const { t, tell } = useTexts();
  return (
    <Listing
      caption={t('overview.stages')}
      rows={stages}
      keyOf={({ stage }) => stage.code}
      columns={[
        {
          name: t('inbox.stage'),
          show: ({ stage, bottleneck }) => (
            <>
              <Link to="/overview/tasks" search={{ stage: stage.code }}>
                {tell(stage)}
              </Link>{' '}
              {bottleneck && <span className="tag wait">{t('overview.bottleneck')}</span>}
            </>
          ),
        },
        { name: t('overview.open'), show: ({ open }) => open, number: true },
        { name: t('overview.overdue'), show: ({ overdue }) => overdue, number: true },
        { name: t('overview.unclaimed'), show: ({ unclaimed }) => unclaimed, number: true },
        { name: t('overview.done'), show: ({ done }) => done, number: true },
        { name: t('overview.mean'), show: ({ meanHours }) => shown(meanHours), number: true },
        { name: t('overview.limit'), show: ({ limitHours }) => shown(limitHours), number: true },
      ]}
    />
  );
}
