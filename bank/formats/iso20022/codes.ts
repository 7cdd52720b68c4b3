import type { BankSays } from '../../../domain/rules/bank-words.js';

/** ISO 20022 ExternalPaymentTransactionStatus1Code: what each says of an order. One that is not here is not understood. */
export const STATUSES: ReadonlyMap<string, BankSays> = new Map<string, BankSays>([
  ...['RCVD', 'PDNG', 'ACTC', 'ACCP', 'ACFC', 'ACWC', 'ACWP', 'ACSP', 'PATC'].map(
    (code) => [code, 'accepted'] as const,
  ),
  // ACSC: settled on our account, as a booked entry of camt.054 says; ACCC: on the payee's.
  ...['ACSC', 'ACCC'].map((code) => [code, 'credited'] as const),
  ...['RJCT', 'CANC'].map((code) => [code, 'returned'] as const),
]);

/**
 * Reasons of a refusal that say "this one I have already" (ExternalStatusReason1Code). The first one is on its way:
 * whoever took it for sent back would pay a second time.
 */
export const DUPLICATES: ReadonlySet<string> = new Set(['AM05', 'DUPL', 'DU01', 'DU02', 'DU03', 'DU04', 'DU05']);

/** ExternalStatusReason1Code and ExternalReturnReason1Code, in the words of `domain/texts/money.ts`. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['AC01', 'ACCOUNT_UNKNOWN'],
  ['AC03', 'ACCOUNT_UNKNOWN'],
  ['AC04', 'ACCOUNT_CLOSED'],
  ['AC07', 'ACCOUNT_CLOSED'],
  ['AC06', 'ACCOUNT_FROZEN'],
  ['BE01', 'NAME_MISMATCH'],
]);

/** Our word for a reason; the bank's own where we have none. */
export const reasonOf = (code: string): string => REASONS.get(code) ?? code;

/** The first code of the ISO that has our word for it: as a bank would say it. */
export const codeOf = (reason: string): string => [...REASONS].find(([, ours]) => ours === reason)?.[0] ?? reason;
