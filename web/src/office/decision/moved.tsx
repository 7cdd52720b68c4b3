import { Link } from '@tanstack/react-router';
import type { TaskDetail } from '../../../../domain/schemas/task.js';
import { useAsked } from '../../common/calls/query.js';
import { Moment } from '../../common/parts/moment.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown {
  readonly task: TaskDetail;
  /** The API's no to whoever decided too late: it says who was first. */
  readonly error?: unknown;
}

/** Somebody has done this task: who, when, and where the case is now. */
export function Moved({ task, error }: Shown) {
  const { t } = useTexts();
  const inbox = <Link to="/">{t('done.inbox')}</Link>;
  if (error) return <ProblemBox error={error}>{inbox}</ProblemBox>;
  return (
    <output className="problem">
      <h2>{t('moved.title')}</h2>
      <LastAct task={task} />
      {inbox}
    </output>
  );
}

function LastAct({ task: { caseNo, strand } }: { readonly task: TaskDetail }) {
  const { tell } = useTexts();
  const { data } = useAsked('getTimeline', { params: { caseNo } });
  const last = data?.entries.findLast((entry) => entry.strand === strand && entry.who.length > 0);
  if (!last) return null;
  return (
    <p>
      <Moment at={last.at} /> {namesOf(last.who)} {tell(last.text)}
    </p>
  );
}
