import { Link } from '@tanstack/react-router';
import type { TaskView } from '../../../../domain/schemas/task.js';
import { Deadline } from '../../common/parts/moment.js';
import { placeOf } from '../inbox/place-of.js';
import { CaseLink } from '../money/links.js';
import { Listing } from '../parts/listing.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';
import { Reassign } from './reassign.js';

/** Open tasks with who has them and since when they are due. */
export function SupervisedTasks({ tasks }: { readonly tasks: readonly TaskView[] }) {
  const { t, tell } = useTexts();
  const may = useMay('countySupervisor');
  return (
    <Listing
      caption={t('overview.tasks')}
      rows={tasks}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('inbox.number'),
          show: (task) =>
            task.kind === 'case' ? <CaseLink caseNo={task.caseNo} /> : <Link to={placeOf(task)}>{task.no}</Link>,
        },
        { name: t('inbox.stage'), show: ({ stage }) => tell(stage) },
        { name: t('inbox.programme'), show: ({ programme }) => tell(programme) },
        { name: t('inbox.village'), show: ({ village }) => village.name },
        {
          name: t('inbox.due'),
          show: ({ dueAt, overdue }) => (
            <>
              {dueAt && <Deadline at={dueAt} />} {overdue && <span className="tag wait">{t('task.overdue')}</span>}
            </>
          ),
        },
        { name: t('inbox.state'), show: ({ claimedBy }) => claimedBy?.name ?? t('inbox.free') },
        ...(may ? [{ name: t('overview.assign'), show: (task: TaskView) => <Reassign task={task} /> }] : []),
      ]}
    />
  );
}
