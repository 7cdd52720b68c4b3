import { queryOptions, type QueryClient, useQuery } from '@tanstack/react-query';
import type { SessionView } from '../../../domain/schemas/session.js';
import { call } from './calls/call.js';
import { Refusal } from './calls/refusal.js';

/** Who is signed in; null where nobody is. */
const sessionQuery = queryOptions<SessionView | null>({
  queryKey: ['getSession'],
  queryFn: () =>
    call('getSession', {}).catch((error: unknown) => {
      if (error instanceof Refusal && error.is('NOT_SIGNED_IN')) return null;
      throw error;
    }),
  staleTime: 60_000,
});

/** Somebody else is signed in now, or nobody: what was read for whoever was before is forgotten. */
export function goOnAs(client: QueryClient, session: SessionView | null): void {
  client.setQueryData(sessionQuery.queryKey, session);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
}

export const useSession = () => useQuery(sessionQuery);
