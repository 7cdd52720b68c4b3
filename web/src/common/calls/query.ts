import { queryOptions, QueryClient, useQuery } from '@tanstack/react-query';
import { call } from './call.js';
import { isPassing } from './refusal.js';
import type { Answered, Asked, QueryId } from './types.js';

const MOST_RETRIES = 2;

/** The store of what the API told; what it refuses is asked once, what did not come through again. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 10_000,
        retry: (count, error) => count < MOST_RETRIES && navigator.onLine && isPassing(error),
      },
      mutations: { networkMode: 'always' },
    },
  });

/** A query of the table, by its row: `useAsked('getCase', { params: { caseNo } })`. */
const asking = <Id extends QueryId>(id: Id, asked: Asked<Id>) =>
  queryOptions<Answered<Id>>({ queryKey: [id, asked], queryFn: () => call(id, asked) });

export const useAsked = <Id extends QueryId>(id: Id, asked: Asked<Id>, enabled = true) =>
  useQuery({ ...asking(id, asked), enabled });
