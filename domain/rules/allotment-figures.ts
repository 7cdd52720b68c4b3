import type { LedgerAccountKind } from '../schemas/ledger.js';

/** What each figure of allotted money is the sum of. */
export const FIGURE_ACCOUNTS = {
  allocated: ['available', 'reserved', 'committed', 'spent'],
  reserved: ['reserved'],
  committed: ['committed'],
  spent: ['spent'],
  available: ['available'],
} as const satisfies Record<string, readonly LedgerAccountKind[]>;

export type FigureName = keyof typeof FIGURE_ACCOUNTS;
export const FIGURE_NAMES = Object.keys(FIGURE_ACCOUNTS) as FigureName[];

interface Held {
  readonly kind: LedgerAccountKind;
  readonly balanceFen: bigint;
}

/** The sum of the accounts of some kinds, fen. */
export function sumOf(balances: Iterable<Held>, kinds: readonly LedgerAccountKind[]): bigint {
  let totalFen = 0n;
  for (const { kind, balanceFen } of balances) if (kinds.includes(kind)) totalFen += balanceFen;
  return totalFen;
}
