import { type Loan, loanMissing, type LoanRule } from '../../../../domain/rules/loans.js';
import { parseQuantity, quantityText } from '../../../../domain/rules/quantities.js';
import type { Bilingual } from '../../../../domain/schemas/common.js';
import { PERCENT, unreadable, YUAN } from '../../../../domain/texts/how-to-write.js';

/** A loan as it was written: also where it is not right yet. */
export interface LoanWritten {
  readonly principal: string;
  readonly from: string;
  readonly until: string;
  /** Percent a year. */
  readonly rate: string;
}

export const NO_LOAN: LoanWritten = { principal: '', from: '', until: '', rate: '' };

export const rateWritten = (basisPoints: number): string => quantityText(basisPoints, PERCENT.scale);

export const loanWritten = (loan: Loan | null): LoanWritten =>
  loan === null
    ? NO_LOAN
    : {
        ...{ principal: String(loan.principalYuan), from: loan.from, until: loan.until },
        rate: rateWritten(loan.basisPoints),
      };

/** The loan that is meant; nothing while a part of it is missing or can't be read. */
export function loanRead({ principal, from, until, rate }: LoanWritten): Loan | undefined {
  const principalYuan = parseQuantity(principal, YUAN.scale);
  const basisPoints = parseQuantity(rate, PERCENT.scale);
  if (!principalYuan || !basisPoints || from === '' || until === '') return undefined;
  return { principalYuan, from, until, basisPoints };
}

export type LoanField = keyof LoanWritten;
export type LoanFault = Bilingual & { readonly id: LoanField };

/** Beside which control the rules' word about a field stands. */
const CONTROLS: Readonly<Record<string, LoanField>> = { 'loan.principalYuan': 'principal', 'loan.until': 'until' };

/** What is wrong with what is written of a loan; what is not written yet is not wrong. */
export function loanFaults(written: LoanWritten, rule: LoanRule): LoanFault[] {
  const loan = loanRead(written);
  if (loan) return loanMissing(loan, rule).map(({ field, zh, en }) => ({ id: CONTROLS[field] ?? 'principal', zh, en }));
  const numbers = { principal: YUAN, rate: PERCENT } as const;
  return (['principal', 'rate'] as const).flatMap((id) => {
    const fault = unreadable(numbers[id], written[id]);
    return fault ? [{ id, ...fault }] : [];
  });
}
