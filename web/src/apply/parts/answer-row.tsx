import { Link } from '@tanstack/react-router';
import { COMMON_PAPERS } from '../../../../domain/rules/common-papers.js';
import type { HouseholdView } from '../../../../domain/schemas/household-view.js';
import { wordsOfPlan } from '../../../../domain/texts/plan.js';
import { kindIn, type Question } from '../draft/questions.js';
import type { Work } from '../draft/use-work.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown {
  readonly work: Work;
  readonly question: Question;
}

/** A question, what was answered, and the way to change it. */
export function AnswerRow({ work, question }: Shown) {
  const { t } = useTexts();
  const name = useQuestionName(work, question);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Answer work={work} question={question} />
      </dd>
      <dd>
        <Link to="/applications/$id/$question" params={{ id: work.draft.id, question }} search={{ from: 'check' }}>
          {t('check.change')} <span className="hidden">{name}</span>
        </Link>
      </dd>
    </div>
  );
}

function useQuestionName({ guide }: Work, question: Question): string {
  const { t, tell } = useTexts();
  const kind = kindIn(question);
  if (kind !== undefined) {
    const rule = guide.papers.find((paper) => paper.kind === kind);
    return tell(rule?.name ?? COMMON_PAPERS[kind as keyof typeof COMMON_PAPERS]);
  }
  if (question === 'quantity') return tell(guide.measure.name);
  if (question === 'plan') return tell(wordsOfPlan(guide).name);
  return t(`check.names.${question as Exclude<Question, 'quantity' | 'plan' | `papers.${string}`>}`);
}

function Answer({ work, question }: Shown) {
  const { t, tell } = useTexts();
  const { draft, guide, household, application } = work;
  const { quantity, plan, registerConfirmed, promisedPapers, personId, movingMembers, loan } = draft.answers;
  const kind = kindIn(question);
  if (kind !== undefined) {
    const kept = (application?.papers ?? []).filter(({ id }) => !draft.removals.includes(id));
    const count = [...kept, ...draft.papers].filter((paper) => paper.kind === kind).length;
    if (count > 0) return t('check.papers', { count });
    return promisedPapers.includes(kind) ? t('check.promised') : t('check.none');
  }
  if (question === 'register') return registerConfirmed ? t('check.confirmed') : t('check.none');
  if (question === 'personId') return namesOf(household, [personId]) || t('check.none');
  if (question === 'movingMembers') return namesOf(household, movingMembers) || t('check.none');
  if (question === 'loan')
    return [loan.principal, loan.from, loan.until].filter(Boolean).join(' · ') || t('check.none');
  if (question === 'plan') return plan || t('check.none');
  if (question === 'account') {
    const step = draft.account?.step;
    const account = step && 'number' in step ? step : household?.account;
    return account ? `${account.bankName} ${account.number}` : t('check.none');
  }
  if (quantity === '') return t('check.none');
  const grade = guide.measure.grades?.[Number(quantity) - 1];
  return grade ? tell(grade) : `${quantity} ${tell(guide.measure.unit)}`;
}

const namesOf = (household: HouseholdView | undefined, ids: readonly string[]): string =>
  (household?.members ?? [])
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join('、');
