import { FIGURE_ACCOUNTS, FIGURE_NAMES, sumOf } from '../../domain/rules/allotment-figures.js';
import type { Figure, Figures, LedgerAccountKind } from '../../domain/schemas/ledger.js';
import type { Held } from '../../prisma/ledger/balances.js';
import type { Moment, MoneyScope } from './money-scope.js';

/** A sum of accounts of some kinds, and where the entries are that it is the sum of; below zero shown as positive. */
export function figure(
  balances: readonly Held[],
  kinds: readonly LedgerAccountKind[],
  scope: MoneyScope,
  { shown }: Moment,
): Figure {
  const fen = Math.abs(Number(sumOf(balances, kinds)));
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(scope)) if (value !== undefined) query.set(key, String(value));
  query.set('account', kinds.join(','));
  query.set('until', shown);
  return { fen, entries: `/api/ledger/entries?${query.toString()}` };
}

/** Allocation, reserved, committed, spent and available of the allotments whose accounts are given. */
export function figures(balances: readonly Held[], scope: MoneyScope, moment: Moment): Figures {
  const entries = FIGURE_NAMES.map((name) => [name, figure(balances, FIGURE_ACCOUNTS[name], scope, moment)] as const);
  return Object.fromEntries(entries) as Figures;
}
