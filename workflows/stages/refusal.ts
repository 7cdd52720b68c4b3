import type { Verdict } from '../../domain/rules/stages.js';
import type { Act } from '../../domain/schemas/act.js';
import type { Refusal } from '../../domain/schemas/outcome.js';

/** What a household takes back, or never asked for, is withdrawn. */
const KINDS: { readonly [V in Verdict]?: Refusal['kind'] } = {
  ...{ withdraw: 'withdrawn', deny: 'withdrawn', close: 'closedForChange' },
};

/** The end that an act brings: refused by an official, withdrawn by the household, closed for a change in it. */
export function refusalBy({ stage, verdict, reasonCode }: Act): Refusal {
  return { kind: KINDS[verdict] ?? 'refused', stage, ...(reasonCode && { reasonCode }) };
}

/** After a change in the household it is worth nothing any more. */
export const NOTHING_LEFT: Refusal = {
  ...{ kind: 'closedForChange', stage: 'householdChange', reasonCode: 'HOUSEHOLD_CHANGED' },
};
