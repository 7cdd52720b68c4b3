/** What the process that verifies is asked for. */
export interface AskedToVerify {
  /** Of the data folder: where its journal and its report lie. */
  readonly folder: string;
  /** Digits that the area codes begin with; empty: everywhere. */
  readonly area: string;
  readonly year: string | null;
  /** Replays everything anew. */
  readonly full: boolean;
  /** Text with the signed heads that the auditor kept. */
  readonly kept: string;
}

/** What it tells meanwhile, and at its end; without an end it was broken off. */
export type ToldByVerifier = { readonly done: number; readonly of: number } | { readonly findings: number };
