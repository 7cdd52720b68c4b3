import { dehydrate, type DehydratedState, hydrate, type QueryClient } from '@tanstack/react-query';
import { createStore, del, get, set } from 'idb-keyval';
import { endOfNumber } from '../../../../domain/rules/masking.js';
import type { HouseholdView } from '../../../../domain/schemas/household-view.js';

const store = createStore('zhibao-apply-read', 'queries');
const NAME = 'read';
const REST_MS = 1_000;
/** What one needs to go on without a network. */
const KEPT: readonly unknown[] = [
  ...['getSession', 'listProgrammes', 'getProgramme'],
  ...['getHousehold', 'getApplication', 'listApplications'],
];

/** What was read is shown again when the page is opened without a network; whoever signs out takes it along. */
export async function keepRead(client: QueryClient): Promise<void> {
  const read = await get<DehydratedState>(NAME, store).catch(() => undefined);
  if (read) hydrate(client, read);
  // Shown at once, and read anew as soon as there is a network.
  await client.invalidateQueries({ refetchType: 'none' });
  let resting: ReturnType<typeof setTimeout> | undefined;
  client.getQueryCache().subscribe(() => {
    resting ??= setTimeout(() => {
      resting = undefined;
      void keep(client);
    }, REST_MS);
  });
}

async function keep(client: QueryClient): Promise<void> {
  const { queries, mutations } = dehydrate(client, {
    // Of nobody there is nothing to keep: whoever has signed in since is not sent to do it again.
    shouldDehydrateQuery: ({ queryKey: [name], state }) => state.data != null && KEPT.includes(name),
    serializeData: (data: unknown) => (isHousehold(data) ? withoutNumbers(data) : data),
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

const isHousehold = (data: unknown): data is HouseholdView =>
  typeof data === 'object' && data !== null && 'members' in data && 'account' in data;

/** Numbers stay on the phone by their ends only. */
const withoutNumbers = ({ members, account, ...household }: HouseholdView): HouseholdView => ({
  ...household,
  members: members.map((member) => ({ ...member, idNumber: endOfNumber(member.idNumber) })),
  account: account && { ...account, number: endOfNumber(account.number) },
});
