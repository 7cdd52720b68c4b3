import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { minuteOf } from '../../../../domain/rules/moments.js';
import type { Problem } from '../../../../domain/schemas/problem.js';
import { NoAnswer, problemOf } from '../calls/refusal.js';
import { useLanguage } from '../language.js';

interface Shown {
  readonly error: unknown;
  /** What can be done about it besides. */
  readonly children?: ReactNode;
}

/** What went wrong and what to do, where the reader can't miss it. */
export function ProblemBox({ error, children }: Shown) {
  const { t } = useTranslation('common');
  const { tell } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  const problem = problemOf(error);
  const title = error instanceof NoAnswer ? t('problem.offlineTitle') : t('problem.title');
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <p>{problem ? tell(problem) : t('problem.offline')}</p>
      {problem && <Details problem={problem} />}
      {children}
    </div>
  );
}

function Details({ problem: { errors, moved } }: { readonly problem: Problem }) {
  const { t } = useTranslation('common');
  const { tell, list } = useLanguage();
  return (
    <>
      {moved && (
        <p>
          {moved.at === null
            ? t('problem.movedUnknown', { stage: tell(moved.stage) })
            : t('problem.moved', {
                stage: tell(moved.stage),
                who: list(moved.by.map(({ name }) => name)),
                at: minuteOf(Date.parse(moved.at)),
              })}
        </p>
      )}
      {errors && (
        <ul>
          {errors.map((each) => (
            <li key={each.field}>{tell(each)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
