import type { Loan } from '../domain/rules/loans.js';
import { LoanBody } from '../domain/schemas/loan.js';
import type { EntitlementModel } from './generated/models.js';

/** The loan of an entitlement to interest, as it is now; none of the others, and of those granted before loans were known. */
export const loanOf = ({ loan }: Pick<EntitlementModel, 'loan'>): Loan | undefined =>
  loan === null ? undefined : LoanBody.parse(loan);
