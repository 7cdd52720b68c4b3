import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { UseReport } from '../../../../domain/schemas/household-step.js';
import { useAct } from '../../common/calls/act.js';
import { ReviewQuestion } from '../../common/parts/review-question.js';
import { useTexts } from '../texts/use-texts.js';
import { useStepWork } from '../step-work/use-step-work.js';
import { StepForm } from './step-form.js';

/** What the money was used for, and what the household says to each thing that the review looks at. */
export function ReportStep({ view }: { readonly view: CaseView }) {
  const { tell } = useTexts();
  const questions = view.review?.looksAt ?? [];
  const { work, change } = useStepWork(view, 'report');
  const given = work.answers;
  // The API names the first that is not answered, and whatever follows it.
  const open = questions.findIndex((_, index) => given[index] === undefined);
  const answered = questions.slice(0, open < 0 ? questions.length : open).map((_, index) => given[index]!);
  return (
    <StepForm
      {...{ view, step: 'report', schema: UseReport, act: useAct('reportUse'), photo: 'usePhoto', answers: answered }}
    >
      {questions.map(({ question }, index) => (
        <ReviewQuestion
          key={question.zh}
          name={`answers.${index}`}
          question={tell(question)}
          answer={given[index]}
          onAnswer={(answer) => change((now) => ({ ...now, answers: { ...now.answers, [index]: answer } }))}
        />
      ))}
    </StepForm>
  );
}
