import { Link, useNavigate } from '@tanstack/react-router';
import type { TaskDetail } from '../../../../domain/schemas/task.js';
import { useSession } from '../../common/session.js';
import { fieldsAt } from '../decision/needed.js';
import { useTexts } from '../texts/use-texts.js';
import { useVisit, visits } from './store.js';
import { newVisit } from './visit.js';

/** A task that is done at the site or at the village board can be taken along on the phone, where there may be no network. */
export function TakeAlong({ task }: { readonly task: TaskDetail }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { data: session } = useSession();
  const visit = useVisit(task.id);
  const { id } = task;
  const isOutside = fieldsAt(task.stage.code).some((field) => field === 'visitedOn' || field === 'witness');
  const isMine = task.closedAt === null && task.obstacle === null && task.proposal === null;
  if (visit?.owner === session?.identity.id && visit)
    return (
      <p>
        <Link to="/visits/$id" params={{ id }}>
          {t('visits.open')}
        </Link>
      </p>
    );
  if (!isOutside || !isMine || !session) return null;
  const take = async () => {
    await visits.keep(newVisit(session.identity.id, task));
    await navigate({ to: '/visits/$id', params: { id } });
  };
  return (
    <p>
      <button type="button" className="second small" onClick={() => void take()}>
        {t('visits.take')}
      </button>{' '}
      <small>{t('visits.takeHint')}</small>
    </p>
  );
}
