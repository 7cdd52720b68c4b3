import type { Workload } from '../../../../domain/schemas/desk.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Download } from '../../common/parts/download.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';
import { MoneyUsed } from '../supervision/money-used.js';
import { PeopleLoad } from '../supervision/people-load.js';
import { StagesLoad } from '../supervision/stages-load.js';

/** Where the work is, whose it is, how long it takes, and what the money is used for. */
export function OverviewPage() {
  const { t } = useTexts();
  const workload = useAsked('getWorkload', {});
  useTitle(t('rooms.overview'));
  return (
    <>
      <h1>{t('rooms.overview')}</h1>
      <div className="ways">
        <Download href="/api/supervision/report">{t('overview.export')}</Download>
      </div>
      <Loaded query={workload}>{(loads) => <Loads {...loads} />}</Loaded>
      <h2>{t('overview.moneyChart')}</h2>
      <MoneyUsed />
    </>
  );
}

function Loads({ stages, people }: Workload) {
  const { t } = useTexts();
  if (stages.length === 0) return <p className="none">{t('overview.none')}</p>;
  return (
    <>
      <h2>{t('overview.stages')}</h2>
      <StagesLoad stages={stages} />
      <h2>{t('overview.people')}</h2>
      {people.length === 0 ? <p className="none">{t('overview.nobody')}</p> : <PeopleLoad people={people} />}
    </>
  );
}
