import { loanMissing } from '../../../../domain/rules/loans.js';
import { TextField } from '../../common/form/field.js';
import { answered } from '../draft/draft.js';
import { loanRead, type LoanWritten } from '../draft/loan.js';
import { drafts } from '../draft/store.js';
import { useTexts } from '../texts/use-texts.js';
import type { Asked } from './asked.js';
import { QuestionForm } from './question-form.js';

const FIELDS = ['principal', 'from', 'until', 'rate'] as const satisfies readonly (keyof LoanWritten)[];
/** Beside which control the rules' word about a field stands. */
const CONTROLS: Readonly<Record<string, keyof LoanWritten>> = {
  'loan.principalYuan': 'principal',
  'loan.until': 'until',
};

/** 借款合同: what was borrowed, from when until when, at which rate. */
export function LoanQuestion(asked: Asked) {
  const { t, tell } = useTexts();
  const { draft, guide } = asked.work;
  const { loan } = draft.answers;
  const change = (part: Partial<LoanWritten>) =>
    void drafts.change(draft.id, (now) => answered(now, { loan: { ...now.answers.loan, ...part } }));
  const wrong = (guide.loan ? loanMissing(loanRead(loan), guide.loan) : []).map(({ field, zh, en }) => ({
    ...{ id: CONTROLS[field] ?? FIELDS.find((name) => loan[name] === '') ?? 'principal', zh, en },
  }));
  return (
    <QuestionForm {...asked} title={t('loan.title')} hint={tell(guide.standardText)} wrong={wrong}>
      {(error) =>
        FIELDS.map((name) => (
          <TextField
            key={name}
            id={name}
            label={t(`loan.${name}`)}
            error={error(name)}
            value={loan[name]}
            {...(name === 'from' || name === 'until'
              ? { type: 'date' as const }
              : { inputMode: 'decimal' as const, autoComplete: 'off' })}
            onChange={({ target }) => change({ [name]: target.value })}
          />
        ))
      }
    </QuestionForm>
  );
}
