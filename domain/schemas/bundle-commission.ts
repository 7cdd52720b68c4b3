import type { BundleState } from '../rules/bundle-states.js';
import type { PastDecision } from '../rules/separation-of-duty.js';

/** What a bundle is run from: where it is by its rows, and what the rules about who may act need to know. */
export interface BundleCommission {
  readonly bundleNo: string;
  /** How often it was handed in, from 1. */
  readonly submission: number;
  readonly state: BundleState;
  /** Village, township or subdistrict that applies. */
  readonly areaCode: string;
  /** Whoever filed it, and whoever decided in it before. */
  readonly decisions: readonly PastDecision[];
  /** Officials related to one of its households. */
  readonly recused: readonly string[];
}
