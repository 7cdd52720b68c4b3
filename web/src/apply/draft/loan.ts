import type { Loan } from '../../../../domain/rules/loans.js';
import { parseQuantity, quantityText } from '../../../../domain/rules/quantities.js';

/** A loan as it was written: also where it is not right yet. */
export interface LoanWritten {
  readonly principal: string;
  readonly from: string;
  readonly until: string;
  /** Percent a year. */
  readonly rate: string;
}

export const NO_LOAN: LoanWritten = { principal: '', from: '', until: '', rate: '' };

const PERCENT_SCALE = 2;

export const loanWritten = (loan: Loan | null): LoanWritten =>
  loan === null
    ? NO_LOAN
    : {
        ...{ principal: String(loan.principalYuan), from: loan.from, until: loan.until },
        rate: quantityText(loan.basisPoints, PERCENT_SCALE),
      };

/** The loan that is meant; nothing while a part of it is missing or can't be read. */
export function loanRead({ principal, from, until, rate }: LoanWritten): Loan | undefined {
  const principalYuan = parseQuantity(principal, 0);
  const basisPoints = parseQuantity(rate, PERCENT_SCALE);
  if (!principalYuan || !basisPoints || from === '' || until === '') return undefined;
  return { principalYuan, from, until, basisPoints };
}
