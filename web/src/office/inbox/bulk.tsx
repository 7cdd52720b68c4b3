import { useRef } from 'react';
import { type Stage, stageRule, type Verdict } from '../../../../domain/rules/stages.js';
import type { Decision } from '../../../../domain/schemas/decision.js';
import type { TaskView } from '../../../../domain/schemas/task.js';
import { VERDICT_NAMES } from '../../../../domain/texts/verdicts.js';
import { saysNothingElse } from '../decision/needed.js';
import { useTexts } from '../texts/use-texts.js';
import { useBulk } from './use-bulk.js';

interface Shown {
  readonly tasks: readonly TaskView[];
  /** Which of them are to be tried again. */
  readonly onDone: (unanswered: readonly TaskView[]) => void;
}

/** What can be decided of all these at once, without a word about one of them alone. */
function verdictsFor(tasks: readonly TaskView[]): Verdict[] {
  const stages = [...new Set(tasks.map(({ stage }) => stage.code as Stage))];
  const [stage] = stages;
  // What is not a step of a case is decided at its own page.
  if (tasks.some(({ kind }) => kind !== 'case')) return [];
  if (stages.length !== 1 || !stage || stageRule(stage).signatures === 2) return [];
  return stageRule(stage).verdicts.filter((verdict) => saysNothingElse(stage, verdict));
}

/** The same for several tasks, one after the other, each with its own result. */
export function Bulk({ tasks, onDone }: Shown) {
  const { t, tell } = useTexts();
  const { run, results, running } = useBulk();
  const box = useRef<HTMLElement>(null);
  if (tasks.length === 0 && results.length === 0) return null;
  const start = async (act: Parameters<typeof run>[1]) => {
    onDone(await run(tasks, act));
    // The button that was pressed may be gone; whoever has gone on meanwhile stays where he is.
    if (document.activeElement === document.body) box.current?.focus();
  };
  const decided = (verdict: Verdict) => (task: TaskView) =>
    ({ act: 'decideTask', body: { stage: task.stage.code, verdict } as Decision }) as const;
  return (
    <section className="bulk" aria-label={t('bulk.title')} tabIndex={-1} ref={box}>
      {tasks.length > 0 && (
        <div className="buttons">
          <strong>{t('bulk.chosen', { number: tasks.length })}</strong>
          <button
            type="button"
            className="second"
            disabled={running}
            onClick={() => void start(() => ({ act: 'claimTask', body: {} }))}
          >
            {t('bulk.claim')}
          </button>
          {verdictsFor(tasks).map((verdict) => (
            <button key={verdict} type="button" disabled={running} onClick={() => void start(decided(verdict))}>
              {t('bulk.decide', { verdict: tell(VERDICT_NAMES[verdict]) })}
            </button>
          ))}
        </div>
      )}
      {results.length > 0 && (
        <output aria-live="polite">
          <ul>
            {results.map(({ no, said }) => (
              <li key={no}>
                {no} {said ? tell(said) : t('bulk.done')}
              </li>
            ))}
          </ul>
        </output>
      )}
    </section>
  );
}
