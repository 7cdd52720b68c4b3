import type { QueryClient } from '@tanstack/react-query';
import type { KeptStore } from './store.js';

/** How long what is being typed rests before it is sent. */
const REST_MS = 800;
const AGAIN_MS = 10_000;

export interface Sending<T extends { readonly id: string }> {
  /** Of the lock under which one page of the browser sends at a time. */
  readonly name: string;
  readonly store: KeptStore<T>;
  /** Whether something of it waits to be sent. */
  readonly isWaiting: (item: T) => boolean;
  /** Sends what waits of one; what it strikes off is read by then. @throws what did not come through */
  readonly send: (id: string, client: QueryClient) => Promise<void>;
  /** Nothing that was read before is other by it. */
  readonly isUnread?: boolean;
}

/**
 * Sends what waits on the phone: when the page opens, when something was changed, when the network is back, and every
 * few seconds while something waits. One page of the browser sends at a time.
 */
export function keepSending<T extends { readonly id: string }>(client: QueryClient, sending: Sending<T>): () => void {
  const { name, store, isWaiting, send: sendOne, isUnread = false } = sending;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  const waiting = () => [...store.all().values()].filter(isWaiting);
  const soon = (ms: number) => {
    clearTimeout(resting);
    resting = setTimeout(() => void send(), ms);
  };
  const send = async () => {
    if (isSending || waiting().length === 0) return;
    isSending = true;
    const sent = await navigator.locks.request(name, () => sendAll(waiting(), (id) => sendOne(id, client)));
    isSending = false;
    if (sent && !isUnread) void client.invalidateQueries();
    if (waiting().length > 0) soon(sent ? REST_MS : AGAIN_MS);
  };
  const changed = () => {
    if (!isSending && waiting().length > 0) soon(REST_MS);
  };
  const now = () => soon(0);
  const forgetChanges = store.whenChanged(changed);
  window.addEventListener('online', now);
  void store.ready.then(now);
  return () => {
    clearTimeout(resting);
    forgetChanges();
    window.removeEventListener('online', now);
  };
}

/** Whether anything has left. */
async function sendAll(
  items: readonly { readonly id: string }[],
  send: (id: string) => Promise<void>,
): Promise<boolean> {
  let sent = false;
  for (const { id } of items) {
    sent =
      (await send(id).then(
        () => true,
        () => false,
      )) || sent;
  }
  return sent;
}
