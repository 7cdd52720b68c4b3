import { useParams } from '@tanstack/react-router';
import type { TaskDetail } from '../../../../domain/schemas/task.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Deadline } from '../../common/parts/moment.js';
import { Decide } from '../decision/decide.js';
import { Claiming } from '../parts/claiming.js';
import { Facts } from '../parts/facts.js';
import { Findings } from '../parts/findings.js';
import { Household } from '../parts/household.js';
import { Yuan } from '../parts/money.js';
import { Papers } from '../parts/papers.js';
import { Places } from '../places/places.js';
import { useMay } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { Way } from '../parts/way.js';
import { TakeAlong } from '../visits/take-along.js';
import { Reassign } from '../supervision/reassign.js';
import { useTexts } from '../texts/use-texts.js';

/** One task: what was asked, what the databases say, the papers, the way so far, and what can be decided. */
export function TaskPage() {
  const { id } = useParams({ from: '/tasks/$id' });
  return <Loaded query={useAsked('getTask', { params: { id } })}>{(task) => <Task task={task} />}</Loaded>;
}

function Task({ task }: { readonly task: TaskDetail }) {
  const { t, tell } = useTexts();
  const { caseNo, stage, findings, household, papers } = task;
  const mayAssign = useMay('countySupervisor');
  useTitle(`${tell(stage)} ${caseNo}`);
  return (
    <>
      <h1>
        {tell(stage)} <small>{caseNo}</small>
      </h1>
      {task.overdue && <p className="tag wait">{t('task.overdue')}</p>}
      <div className="sides">
        <section className="decision" aria-labelledby="decision">
          <h2 id="decision">{t('task.decision')}</h2>
          <Claiming task={task} />
          <TakeAlong task={task} />
          {mayAssign && task.closedAt === null && <Reassign task={task} />}
          <Decide key={task.id} task={task} />
        </section>
        <div>
          <h2>{t('task.asked')}</h2>
          <Asked task={task} />
          <h2>{t('task.findings')}</h2>
          <Findings findings={findings} />
          <h2>{t('task.papers')}</h2>
          <Papers papers={papers} />
          <h2>{t('places.title')}</h2>
          <Places papers={papers} />
          <h2>{t('task.way')}</h2>
          <Way caseNo={caseNo} />
          {household && (
            <>
              <h2>{t('task.household')}</h2>
              <Household household={household} />
            </>
          )}
        </div>
      </div>
    </>
  );
}

function Asked({ task }: { readonly task: TaskDetail }) {
  const { t, tell } = useTexts();
  const { programme, measure, quantityText, amountFen, applicant, village, plan, about, dueAt, notBefore } = task;
  return (
    <Facts
      facts={{
        [t('task.programme')]: tell(programme),
        [tell(measure.name)]: tell(quantityText),
        [t('task.amount')]: <Yuan fen={amountFen} />,
        [t('task.head')]: applicant,
        [t('task.village')]: village.name,
        [t('task.plan')]: plan && <span className="said">{plan}</span>,
        [t('task.about')]: about && <span className="said">{about}</span>,
        [t('task.notBefore')]: notBefore && <Deadline at={notBefore} />,
        [t('task.due')]: dueAt && <Deadline at={dueAt} />,
      }}
    />
  );
}
