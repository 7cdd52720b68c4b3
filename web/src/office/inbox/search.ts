import type { Asked } from '../../common/calls/types.js';

const WHICH = ['mine', 'group', 'overdue', 'all'] as const;
export type Which = (typeof WHICH)[number];

/** What the inbox shows, as its address says it: a filter can be kept and sent on. */
export interface InboxSearch {
  readonly which?: Which;
  readonly stage?: string;
  readonly programme?: string;
  readonly township?: string;
  readonly text?: string;
  readonly dueFrom?: string;
  readonly dueUntil?: string;
  readonly sort?: 'due' | 'opened';
}

const NAMES = ['stage', 'programme', 'township', 'text', 'dueFrom', 'dueUntil'] as const;

export function inboxSearch(search: Record<string, unknown>): InboxSearch {
  const texts = NAMES.filter((name) => typeof search[name] === 'string' || typeof search[name] === 'number');
  return {
    ...Object.fromEntries(texts.map((name) => [name, String(search[name])])),
    ...(WHICH.includes(search['which'] as Which) && { which: search['which'] as Which }),
    ...(search['sort'] === 'opened' && { sort: 'opened' }),
  };
}

const FLAGS = {
  mine: { mine: 'true' },
  group: { group: 'true' },
  overdue: { overdue: 'true' },
  all: {},
} as const satisfies Record<Which, object>;

/** The API's query for it. */
export const queryOf = ({ which = 'all', ...filters }: InboxSearch): NonNullable<Asked<'listTasks'>['query']> =>
  ({ ...FLAGS[which], ...filters }) as NonNullable<Asked<'listTasks'>['query']>;
