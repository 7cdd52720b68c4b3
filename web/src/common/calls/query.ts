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

/**
 * What was answered just now is what was read last: an older answer that is still on its way comes too late. Where
 * nothing was read that it could be told by, that is read now. @throws Refusal, NoAnswer
 */
export async function nowRead<Id extends QueryId>(
  client: QueryClient,
  id: Id,
  asked: Asked<Id>,
  now: (read: Answered<Id> | undefined) => Answered<Id> | undefined,
): Promise<void> {
  const query = asking(id, asked);
  await client.cancelQueries({ queryKey: query.queryKey });
  const read = now(client.getQueryData(query.queryKey));
  if (read === undefined) await client.fetchQuery(query);
  else client.setQueryData(query.queryKey, read);
}
