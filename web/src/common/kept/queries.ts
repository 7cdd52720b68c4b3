import { dehydrate, type DehydratedState, hydrate, type QueryClient } from '@tanstack/react-query';
import { createStore, del, get, set } from 'idb-keyval';
import type { QueryId } from '../calls/types.js';

const NAME = 'read';
const REST_MS = 1_000;

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
  const read = await get<DehydratedState>(NAME, store).catch(() => undefined);
  if (read) hydrate(client, read);
  // Shown at once, and read anew as soon as there is a network.
  await client.invalidateQueries({ refetchType: 'none' });
  let resting: ReturnType<typeof setTimeout> | undefined;
  client.getQueryCache().subscribe(() => {
    resting ??= setTimeout(() => {
      resting = undefined;
      void keep(client, store, keeping);
    }, REST_MS);
  });
}

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
