import type { Act } from '../../domain/schemas/act.js';
import type { Refusal } from '../../domain/schemas/outcome.js';

/** The end that an act brings: refused by an official, withdrawn by the household, closed for a change in it. */
export function refusalBy({ stage, verdict, reasonCode }: Act): Refusal {
  const kind = verdict === 'withdraw' ? 'withdrawn' : verdict === 'close' ? 'closedForChange' : 'refused';
  return { kind, stage, ...(reasonCode && { reasonCode }) };
}
