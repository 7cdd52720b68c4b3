import { REVIEW_ANSWERS, type ReviewAnswer } from '../../../../domain/rules/review-answers.js';
import { ANSWER_NAMES } from '../../../../domain/texts/review.js';
import { useLanguage } from '../language.js';

interface Asked {
  readonly name: string;
  readonly question: string;
  readonly answer: string | undefined;
  readonly onAnswer: (answer: ReviewAnswer) => void;
}

/** One thing that a review looks at: it is so, in part, or not. */
export function ReviewQuestion({ name, question, answer, onAnswer }: Asked) {
  const { tell } = useLanguage();
  return (
    <fieldset>
      <legend>{question}</legend>
      {REVIEW_ANSWERS.map((each) => (
        <label key={each} className="choice">
          <input type="radio" name={name} checked={answer === each} onChange={() => onAnswer(each)} />
          {tell(ANSWER_NAMES[each])}
        </label>
      ))}
    </fieldset>
  );
}
