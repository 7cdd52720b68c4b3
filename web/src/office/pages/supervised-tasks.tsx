import { Link, useSearch } from '@tanstack/react-router';
import { useAsked } from '../../common/calls/query.js';
import { usePages } from '../../common/calls/pages.js';
import type { Asked } from '../../common/calls/types.js';
import type { TaskStage } from '../../../../domain/rules/matters.js';
import { TASK_STAGE_NAMES } from '../../../../domain/texts/matters.js';
import { Paged } from '../parts/paged.js';
import { useTitle } from '../parts/use-title.js';
import { SupervisedTasks } from '../supervision/supervised-tasks.js';
import { useTexts } from '../texts/use-texts.js';

type Query = NonNullable<Asked<'listSupervisedTasks'>['query']>;

/** The open tasks of a stage or of somebody: what is overdue, and giving them to somebody else. */
export function SupervisedTasksPage() {
  const { t } = useTexts();
  const search = useSearch({ from: '/overview/tasks' });
  const tasks = usePages('listSupervisedTasks', { query: { ...search } as Query });
  const about = useAbout();
  const { overdue, ...others } = search;
  useTitle(about);
  return (
    <>
      <h1>{about}</h1>
      <nav className="tabs" aria-label={t('inbox.which')}>
        <Link to="/overview/tasks" search={others} className={overdue ? '' : 'now'}>
          {t('inbox.all')}
        </Link>
        <Link to="/overview/tasks" search={{ ...others, overdue: 'true' }} className={overdue ? 'now' : ''}>
          {t('inbox.overdue')}
        </Link>
      </nav>
      <Paged pages={tasks} empty={t('overview.noTasks')}>
        {(rows) => <SupervisedTasks tasks={rows} />}
      </Paged>
      <p>
        <Link to="/overview">{t('rooms.overview')}</Link>
      </p>
    </>
  );
}

/** Which tasks these are, in words. */
function useAbout(): string {
  const { t, tell } = useTexts();
  const { stage, official } = useSearch({ from: '/overview/tasks' });
  const { data } = useAsked('getWorkload', {});
  const isKnown = stage !== undefined && Object.hasOwn(TASK_STAGE_NAMES, stage);
  const name = isKnown ? tell(TASK_STAGE_NAMES[stage as TaskStage]) : '';
  const person = data?.people.find(({ id }) => id === official)?.name ?? '';
  const whose = [name, person].filter(Boolean).join(' · ');
  return whose === '' ? t('overview.tasks') : t('overview.tasksOf', { whose });
}
