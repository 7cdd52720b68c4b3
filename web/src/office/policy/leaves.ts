import type { Answered } from '../../common/calls/types.js';

export type Policy = Answered<'listCountyPolicies'>['items'][number]['policy'];

/** A number of a policy, or a text in both languages, by the way to it: `terms/publicNotice/workingDays`. */
export interface Leaf {
  readonly at: string;
  readonly value: number | string;
}

/** All that a policy says in numbers and words, in its order; lists are whole. */
export function leavesOf(value: unknown, at: readonly string[] = []): Leaf[] {
  if (typeof value === 'number' || typeof value === 'string') return [{ at: at.join('/'), value }];
  if (Array.isArray(value)) return [{ at: at.join('/'), value: JSON.stringify(value) }];
  return Object.entries(value as object).flatMap(([name, below]) => leavesOf(below, [...at, name]));
}
