import type { Bilingual } from '../../domain/schemas/common.js';
import type { Step } from './case-walk.js';
import type { Ending } from './ending.js';
import type { Kind } from './kinds.js';

/** The way of a household through its case, told beforehand. */
export interface Script extends Bilingual {
  readonly id: string;
  /** A direct application, unless it says otherwise. */
  readonly kind?: Kind;
  /** How many of fifty households follow it. */
  readonly share: number;
  /** Step by step, or several that belong together. */
  readonly way: readonly (Step | readonly Step[])[];
  readonly ends: Ending;
  /** The household has no phone; the helper of its village files for it. */
  readonly byHelper?: true;
  /** It lives in a key village (重点帮扶村), whose collective applies. */
  readonly inKeyVillage?: true;
  /** The household has a student, of age and with an account of his own. */
  readonly withStudent?: true;
  /** Last four digits of its account: the bank's simulator knows by them what to do (bank/simulator/fates.ts). */
  readonly accountEnding?: string;
}

export const kindOf = ({ kind = 'direct' }: Script): Kind => kind;
