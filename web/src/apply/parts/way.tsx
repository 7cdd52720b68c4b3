import type { GuideStep } from '../../../../domain/schemas/programme-view.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown {
  readonly steps: readonly GuideStep[];
  /** The policy's clause beside each. */
  readonly clauses?: true;
}

/** Steps to come, in order: what, by whom, in how many working days. */
export function Way({ steps, clauses }: Shown) {
  const { t, tell } = useTexts();
  return (
    <ol className="way">
      {steps.map(({ stage, name, who, workingDays, clause }, index) => (
        // Two payments of one case are the same steps twice.
        <li key={`${index}-${stage}`}>
          <strong>{tell(name)}</strong>
          <span>
            {who && tell(who)} {workingDays !== null && t('programme.days', { count: workingDays })}
          </span>
          {clauses && (
            <small>
              {t('programme.clause')} <span lang="zh-CN">{clause}</span>
            </small>
          )}
        </li>
      ))}
    </ol>
  );
}
