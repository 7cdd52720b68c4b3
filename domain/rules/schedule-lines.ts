/** An order as its payee schedule lists it: what is signed. */
export interface SignedLine {
  readonly reference: string;
  /** Fen. */
  readonly amountFen: bigint;
  /** Keyed hash of the account it goes to. */
  readonly accountHash: string;
}

/** 控制总数: how many orders a payee schedule has, and their sum in fen. */
export const controlTotals = (lines: readonly SignedLine[]): { readonly orders: number; readonly sumFen: bigint } => ({
  orders: lines.length,
  sumFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0n),
});

/** The text whose SHA-256 is signed: a line per order, `reference|fen|hash of the account`, in the order of references. */
export const canonicalLines = (lines: readonly SignedLine[]): string =>
  lines
    .map(({ reference, amountFen, accountHash }) => `${reference}|${amountFen}|${accountHash}`)
    .toSorted()
    .join('\n');
