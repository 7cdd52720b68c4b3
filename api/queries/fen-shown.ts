/** An amount as answers show it, fen; null where there is none. */
export const fenShown = (amount: bigint | null): number | null => (amount === null ? null : Number(amount));
