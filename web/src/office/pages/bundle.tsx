import { useState } from 'react';
import { useParams } from '@tanstack/react-router';
import type { BundleDetail } from '../../../../domain/schemas/bundle.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Deadline, Moment } from '../../common/parts/moment.js';
import { BundleDecisions } from '../bundles/bundle-decisions.js';
import { BundlePapers } from '../bundles/bundle-papers.js';
import { BundleRows } from '../bundles/bundle-rows.js';
import { DecideBundle } from '../bundles/decide-bundle.js';
import { DrawUp } from '../bundles/draw-up.js';
import { Progress } from '../bundles/progress.js';
import { Facts } from '../parts/facts.js';
import { useTitle } from '../parts/use-title.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** One bundle: what it is, how far it has come, its households, and what can be done about it. */
export function BundlePage() {
  const { no } = useParams({ from: '/bundles/$no' });
  return <Loaded query={useAsked('getBundle', { params: { no } })}>{(bundle) => <Bundle bundle={bundle} />}</Loaded>;
}

function Bundle({ bundle }: { readonly bundle: BundleDetail }) {
  const { t, tell } = useTexts();
  const { no, programme, route, area, state, households, filedBy, submittedAt, gatherBy, notices } = bundle;
  const [said, setSaid] = useState<string>();
  useTitle(no);
  return (
    <>
      <h1>{no}</h1>
      <Facts
        facts={{
          [t('task.programme')]: tell(programme),
          [t('bundles.route')]: tell(route),
          [t('bundles.area')]: area.name,
          [t('money.state')]: tell(state),
          [t('bundles.households')]: households,
          // A helper is told by what he is: his name is sealed.
          [t('bundles.filedBy')]: filedBy.role ? tell(filedBy.role) : namesOf([filedBy]),
          [t('bundles.submitted')]: submittedAt && <Moment at={submittedAt} />,
          [t('bundles.gatherBy')]: gatherBy && <Deadline at={gatherBy} />,
          [t('bundles.notices')]:
            notices.length > 0 &&
            notices.map((notice) => (
              <a key={notice} className="line" href={`/notices/${notice}`}>
                {notice}
              </a>
            )),
        }}
      />
      <output className={said === undefined ? undefined : 'good'} aria-live="polite">
        {said}
      </output>
      <DrawUp bundle={bundle} onSaid={setSaid} />
      <DecideBundle bundle={bundle} onSaid={setSaid} />
      <h2>{t('bundles.progress')}</h2>
      <Progress bundle={bundle} />
      <h2>{t('bundles.rows')}</h2>
      <BundleRows bundle={bundle} />
      <h2>{t('bundles.papers')}</h2>
      <BundlePapers bundle={bundle} />
      <h2>{t('bundles.decisions')}</h2>
      <BundleDecisions bundle={bundle} />
    </>
  );
}
