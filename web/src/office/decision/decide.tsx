import { useState } from 'react';
import type { Verdict } from '../../../../domain/rules/stages.js';
import type { TaskDetail } from '../../../../domain/schemas/task.js';
import { useAct } from '../../common/calls/act.js';
import { Refusal } from '../../common/calls/refusal.js';
import { useTexts } from '../texts/use-texts.js';
import type { Act } from './act.js';
import { DecisionForm } from './decision-form.js';
import { Done } from './done.js';
import { leadsTo } from './leads-to.js';
import { Moved } from './moved.js';
import { SecondSignature } from './second-signature.js';

/** What the reader of a task can do about it: decide, sign as the second, or learn why he can't. */
export function Decide({ task }: { readonly task: TaskDetail }) {
  const { t, tell } = useTexts();
  const decide = useAct('decideTask');
  const sign = useAct('signTask');
  const answer = decide.data ?? sign.data;
  const isSending = decide.isPending || sign.isPending;
  const error = decide.error ?? sign.error;
  if (answer) return <Done answer={answer} />;
  if (error instanceof Refusal && error.is('STAGE_MOVED', 'TASK_CLOSED')) return <Moved task={task} error={error} />;
  // While it is sent the task may be seen done already: by this very act.
  if (task.closedAt !== null && !isSending) return <Moved task={task} />;
  if (task.obstacle && !isSending) return <p className="none">{tell(task.obstacle)}</p>;
  if (task.proposal && !decide.isPending)
    return (
      <>
        <InAbsence task={task} />
        <SecondSignature task={task} proposal={task.proposal} sign={sign} />
      </>
    );
  return (
    <>
      <InAbsence task={task} />
      {task.signatures === 2 && <p className="hint">{t('decide.firstOfTwo')}</p>}
      <Verdicts task={task} decide={decide} />
    </>
  );
}

/** In whose place it goes on record. */
function InAbsence({ task: { inAbsenceOf } }: { readonly task: TaskDetail }) {
  const { t } = useTexts();
  return inAbsenceOf !== null && <p className="hint">{t('substitutes.deciding', { name: inAbsenceOf })}</p>;
}

interface Deciding {
  readonly task: TaskDetail;
  readonly decide: Act<'decideTask'>;
}

/** First what is decided, with what it leads to; then what goes on record with it. */
function Verdicts({ task, decide }: Deciding) {
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
        <DecisionForm key={verdict} {...{ task, decide }} verdict={verdict as Verdict} />
      )}
    </>
  );
}
