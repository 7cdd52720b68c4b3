import type { PayeeCheck } from '../bank.js';
import type { TakenOrder } from './entries.js';
import type { OrderFault } from './fault-script.js';

/**
 * What always happens to an account, by its last four digits, for the demonstration and rehearsals. It happens once to
 * an order: one that the bank has already is told of as it is.
 *
 * | account ends in | a check of the payee says | what happens                                                    |
 * | --------------- | ------------------------- | --------------------------------------------------------------- |
 * | 0000            | matches                   | returned: the account is closed                                 |
 * | 0001            | matches                   | returned: the name is not the account holder's                  |
 * | 0002            | matches                   | accepted, and returned after 5 s: the account is closed         |
 * | 0003            | matches                   | credited, but no word of the order before 5 s are over          |
 * | 0004            | matches                   | accepted and credited at once; the credit is reported after 5 s |
 * | 0005            | matches                   | accepted at once, credited after 5 s                            |
 * | 0006            | matches                   | credited; the answer to the file takes 3 s                      |
 * | 0007            | nameDiffers               | returned: the name is not the account holder's                  |
 * | 0008            | noSuchAccount             | returned: there is no such account                              |
 * | 0009            | matches                   | credited, and returned after 5 s: the account is frozen         |
 */
const BY_ACCOUNT: Readonly<Record<string, OrderFault>> = {
  '0000': { kind: 'refuse', reasonCode: 'ACCOUNT_CLOSED', delayMs: 0 },
  '0001': { kind: 'refuse', reasonCode: 'NAME_MISMATCH', delayMs: 0 },
  '0002': { kind: 'refuse', reasonCode: 'ACCOUNT_CLOSED', delayMs: 5_000 },
  '0003': { kind: 'noAnswer', delayMs: 5_000 },
  '0004': { kind: 'reportLate', delayMs: 5_000 },
  '0005': { kind: 'creditLate', delayMs: 5_000 },
  '0007': { kind: 'refuse', reasonCode: 'NAME_MISMATCH', delayMs: 0 },
  '0008': { kind: 'refuse', reasonCode: 'ACCOUNT_UNKNOWN', delayMs: 0 },
  '0009': { kind: 'creditedThenReturned', reasonCode: 'ACCOUNT_FROZEN', delayMs: 5_000 },
};

const CHECKS: Readonly<Record<string, PayeeCheck>> = { '0007': 'nameDiffers', '0008': 'noSuchAccount' };

const ending = (account: string) => account.slice(-4);

export const faultOfAccount = (account: string): OrderFault | undefined => BY_ACCOUNT[ending(account)];
export const checkOfAccount = (account: string): PayeeCheck => CHECKS[ending(account)] ?? 'matches';
/** How long the bank takes to answer to a file with such an account. */
export const answerDelayMs = (account: string): number => (ending(account) === '0006' ? 3_000 : 0);

/** What becomes of an order that is taken at `now`, epoch ms. */
export function fateUnder(fault: OrderFault | undefined, now: number): Omit<TakenOrder, 'order'> {
  if (!fault) return {};
  const later = now + fault.delayMs;
  const credit = { says: 'credited', at: now, tellAt: now } as const;
  switch (fault.kind) {
    case 'refuse':
      return { moves: [{ says: 'returned', at: later, tellAt: later, reasonCode: fault.reasonCode }] };
    case 'creditLate':
      return { moves: [{ ...credit, at: later, tellAt: later }] };
    case 'reportLate':
      return { moves: [{ ...credit, tellAt: later }] };
    case 'noAnswer':
      return { moves: [{ ...credit, tellAt: later }], quiet: true };
    case 'creditedThenReturned':
      return { moves: [credit, { says: 'returned', at: later, tellAt: later, reasonCode: fault.reasonCode }] };
  }
}
