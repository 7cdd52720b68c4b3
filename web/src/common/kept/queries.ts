import {
  dehydrate,
  type DehydratedState,
  hydrate,
  type QueryCacheNotifyEvent,
  type QueryClient,
} from '@tanstack/react-query';
import { createStore, del, get, set } from 'idb-keyval';
import type { QueryId } from '../calls/types.js';

const NAME = 'read';

interface Keeping {
  /** Of the IndexedDB database. */
  readonly database: string;
  /** What is asked of the API and kept. */
  readonly kept: readonly QueryId[];
  /** What of an answer stays on the phone. */
  readonly asKept?: (data: unknown) => unknown;
}

/** What was read is shown again when the page is opened without a network; whoever signs out takes it along. */
export async function keepQueries(client: QueryClient, keeping: Keeping): Promise<void> {
  const store = createStore(keeping.database, 'queries');
  // What is kept is forgotten when it is removed, and not because it was not looked at for a while.
  for (const id of keeping.kept) client.setQueryDefaults([id], { gcTime: Infinity });
  const read = await get<DehydratedState>(NAME, store).catch(() => undefined);
  if (read) hydrate(client, read);
  // Shown at once, and read anew as soon as there is a network.
  await client.invalidateQueries({ refetchType: 'none' });
  let isDue = false;
  client.getQueryCache().subscribe((event) => {
    if (isDue || !changes(event, keeping.kept)) return;
    isDue = true;
    // At once, for the page may be closed the next moment; what comes together is written once.
    queueMicrotask(() => {
      isDue = false;
      void keep(client, store, keeping);
    });
  });
}

/** Whether something that is kept was answered or is forgotten. */
const changes = (event: QueryCacheNotifyEvent, kept: readonly QueryId[]): boolean =>
  (event.type === 'removed' || (event.type === 'updated' && event.action.type === 'success')) &&
  kept.includes(event.query.queryKey[0] as QueryId);

async function keep(
  client: QueryClient,
  store: ReturnType<typeof createStore>,
  { kept, asKept = (data) => data }: Keeping,
): Promise<void> {
  const { queries, mutations } = dehydrate(client, {
    // Of nobody there is nothing to keep: whoever has signed in since is not sent to do it again.
    shouldDehydrateQuery: ({ queryKey: [name], state }) => state.data != null && kept.includes(name as QueryId),
    serializeData: asKept,
  });
  // That it could not be read again since is not kept with it.
  const asRead = { status: 'success', error: null, fetchFailureReason: null } as const;
  const read = {
    mutations,
    queries: queries.map((query) => ({ ...query, promise: undefined, state: { ...query.state, ...asRead } })),
  };
  if (queries.length > 0) await set(NAME, read, store);
  else await del(NAME, store);
}
