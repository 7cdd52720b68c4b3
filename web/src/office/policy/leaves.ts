import type { Answered } from '../../common/calls/types.js';

export type Policy = Answered<'listCountyPolicies'>['items'][number]['policy'];
/** How long after something: so many months, days, working days. */
export type Span = Policy['housing']['followUpVisits'][number];

/** A number of a policy, a text, or spans of time one after the other, by the way to it: `terms/correction/months`. */
export interface Leaf {
  readonly at: string;
  readonly value: number | string | readonly Span[];
}

/** All that a policy says in numbers and words, in its order; lists are whole. */
export function leavesOf(value: unknown, at: readonly string[] = []): Leaf[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ at: at.join('/'), value: value as Leaf['value'] }];
  return Object.entries(value).flatMap(([name, below]) => leavesOf(below, [...at, name]));
}
