import { useState } from 'react';
import type { Verdict } from '../../../../domain/rules/stages.js';
import type { Answered } from '../../common/calls/types.js';
import type { TaskDetail } from '../../../../domain/schemas/task.js';
import { Refusal } from '../../common/calls/refusal.js';
import { useTexts } from '../texts/use-texts.js';
import { DecisionForm } from './decision-form.js';
import { Done } from './done.js';
import { leadsTo } from './leads-to.js';
import { Moved } from './moved.js';
import { SecondSignature } from './second-signature.js';

/** What the reader of a task can do about it: decide, sign as the second, or learn why he can't. */
export function Decide({ task }: { readonly task: TaskDetail }) {
  const { t, tell } = useTexts();
  const [answer, setAnswer] = useState<Answered<'decideTask'>>();
  const [refused, setRefused] = useState<unknown>();
  if (answer) return <Done answer={answer} />;
  if (refused instanceof Refusal && refused.is('STAGE_MOVED', 'TASK_CLOSED'))
    return <Moved task={task} error={refused} />;
  if (task.closedAt !== null) return <Moved task={task} />;
  if (task.obstacle) return <p className="none">{tell(task.obstacle)}</p>;
  if (task.proposal) return <SecondSignature task={task} proposal={task.proposal} onDone={setAnswer} />;
  return (
    <>
      {task.signatures === 2 && <p className="hint">{t('decide.firstOfTwo')}</p>}
      <Verdicts task={task} onDone={setAnswer} onRefused={setRefused} />
    </>
  );
}

interface Deciding {
  readonly task: TaskDetail;
  readonly onDone: (answer: Answered<'decideTask'>) => void;
  readonly onRefused: (error: unknown) => void;
}

/** First what is decided, with what it leads to; then what goes on record with it. */
function Verdicts({ task, onDone, onRefused }: Deciding) {
  const { t, tell } = useTexts();
  const only = task.verdicts.length === 1 ? task.verdicts[0]?.code : undefined;
  const [verdict, setVerdict] = useState(only);
  return (
    <>
      <fieldset className="verdicts">
        <legend>{t('decide.verdict')}</legend>
        {task.verdicts.map((each) => (
          <div key={each.code} className="choice">
            <input
              type="radio"
              name="verdict"
              id={`verdict-${each.code}`}
              aria-describedby={`leads-${each.code}`}
              checked={verdict === each.code}
              onChange={() => setVerdict(each.code)}
            />
            <span>
              <label htmlFor={`verdict-${each.code}`}>{tell(each)}</label>
              <small id={`leads-${each.code}`}>{tell(leadsTo(task.stage.code, each.code) ?? each)}</small>
            </span>
          </div>
        ))}
      </fieldset>
      {verdict === undefined ? (
        <p className="hint">{t('decide.choose')}</p>
      ) : (
        <DecisionForm key={verdict} {...{ task, onDone, onRefused }} verdict={verdict as Verdict} />
      )}
    </>
  );
}
