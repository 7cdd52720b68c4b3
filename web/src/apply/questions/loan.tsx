import { loanMissing } from '../../../../domain/rules/loans.js';
import type { ProgrammeGuide } from '../../../../domain/schemas/programme-view.js';
import { answered } from '../draft/draft.js';
import { type LoanFault, loanFaults, loanRead, type LoanWritten } from '../draft/loan.js';
import { drafts } from '../draft/store.js';
import { LOAN_FIELDS, LoanFields } from '../parts/loan-fields.js';
import { useTexts } from '../texts/use-texts.js';
import type { Asked } from './asked.js';
import { QuestionForm } from './question-form.js';

/** The loan whose interest is applied for. */
export function LoanQuestion(asked: Asked) {
  const { t, tell } = useTexts();
  const { draft, guide } = asked.work;
  const { loan } = draft.answers;
  const change = (part: Partial<LoanWritten>) =>
    void drafts.change(draft.id, (now) => answered(now, { loan: { ...now.answers.loan, ...part } }));
  return (
    <QuestionForm {...asked} title={t('loan.title')} hint={tell(guide.standardText)} wrong={wrongIn(loan, guide.loan)}>
      {(error) => <LoanFields loan={loan} error={error} onChange={change} />}
    </QuestionForm>
  );
}

/** What is wrong with it, or what is missing of it. */
function wrongIn(written: LoanWritten, rule: ProgrammeGuide['loan']): LoanFault[] {
  if (!rule) return [];
  const faults = loanFaults(written, rule);
  if (faults.length > 0 || loanRead(written)) return faults;
  const id = LOAN_FIELDS.find((name) => written[name] === '') ?? 'principal';
  return loanMissing(undefined, rule).map(({ zh, en }) => ({ id, zh, en }));
}
