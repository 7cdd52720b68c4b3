import { type InboxSearch, inboxSearch } from './search.js';

const KEPT = 'zhibao-office-filters';

/** Filters by the names under which this computer keeps them. */
export type Kept = Readonly<Record<string, InboxSearch>>;

/** What is kept; of what another version, or somebody's hand, has left there, only what is a filter. */
export function kept(): Kept {
  const found = parsed(localStorage.getItem(KEPT));
  return Object.fromEntries(
    Object.entries(isRecord(found) ? found : {}).flatMap(([name, filters]) =>
      isRecord(filters) ? [[name, inboxSearch(filters)] as const] : [],
    ),
  );
}

export const keep = (filters: Kept): void => localStorage.setItem(KEPT, JSON.stringify(filters));

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
