import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from './call.js';
import type { Answered, Asked, QueryId } from './types.js';

interface Page {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** Routes that tell a list page by page. */
export type PagedId = { [Id in QueryId]: Answered<Id> extends Page ? Id : never }[QueryId];

/** A list of the table, a page at a time; what was read stays while more is read. */
export const usePages = <Id extends PagedId>(id: Id, asked: Asked<Id>) =>
  useInfiniteQuery({
    queryKey: [id, 'pages', asked],
    queryFn: ({ pageParam: cursor }) => {
      const { query } = asked as { query?: object };
      return call(id, { ...asked, query: { ...query, cursor } });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page as Page).next ?? undefined,
  });
