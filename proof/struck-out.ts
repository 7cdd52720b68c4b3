import { canonical, sha256 } from './canonical.js';

/** A household that 扶贫办初核 of its bundle strikes out: why, and the digest of what was written to it. */
export interface StruckOut {
  readonly caseNo: string;
  readonly reasonCode: string;
  readonly wordsSha256: string;
}

/** What a decision on a bundle says of single households, in whatever order they stand. */
export const struckOutDigest = (all: readonly StruckOut[]): string =>
  sha256(canonical(all.toSorted((one, other) => (one.caseNo < other.caseNo ? -1 : 1))));
