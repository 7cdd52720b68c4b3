import { subsidyFen } from '../../../../domain/rules/amounts.js';
import { yuanText } from '../../../../domain/rules/fen.js';
import {
  type PublishedStandard,
  type StandardFacts,
  standardFor,
} from '../../../../domain/rules/household-standard.js';
import { atMostItsRate, type Loan, mostYuanDays } from '../../../../domain/rules/loans.js';
import { useTexts } from '../texts/use-texts.js';

interface Asked {
  readonly standard: PublishedStandard;
  /** Nothing while it is not known. */
  readonly facts: StandardFacts | undefined;
  readonly quantity?: number | undefined;
  /** Of interest, instead of a quantity. */
  readonly loan?: Loan | undefined;
}

/** What is asked for brings so much by the published standard; where that is no formula, how far a decision may go. */
export function Worth({ standard, facts, quantity, loan }: Asked) {
  const { t } = useTexts();
  if (standard.kind === 'discretionary')
    return <strong>{t('programme.decided', { limit: yuanText(standard.limitFen).replace(/\.00$/, '') })}</strong>;
  const asked = loan ? mostYuanDays(loan) : (quantity ?? 0);
  const amountFen = facts ? subsidyFen(atMostItsRate(standardFor(standard, facts), loan), asked) : 0;
  if (amountFen === 0) return null;
  const amount = yuanText(amountFen);
  return (
    <>
      <strong>{loan ? t('programme.resultOfYear', { amount }) : t('programme.result', { amount })}</strong>{' '}
      <span>{loan ? t('programme.loanHint') : t('programme.resultHint')}</span>
    </>
  );
}
