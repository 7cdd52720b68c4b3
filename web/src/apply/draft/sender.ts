import type { QueryClient } from '@tanstack/react-query';
import { isWaiting } from './draft.js';
import { sendDraft } from './send.js';
import { drafts } from './store.js';

/** How long what is being typed rests before it is sent. */
const REST_MS = 800;
const AGAIN_MS = 10_000;
const ONE_AT_A_TIME = 'zhibao-apply-send';

/**
 * Sends what waits on the phone for whoever is signed in: when the page opens, when something was changed, when the
 * network is back, and every few seconds while something waits. One page of the browser sends at a time.
 */
export function keepSending(client: QueryClient, owner: string): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  const soon = (ms: number) => {
    clearTimeout(resting);
    resting = setTimeout(() => void send(), ms);
  };
  const send = async () => {
    if (isSending || waitingOf(owner).length === 0) return;
    isSending = true;
    const sent = await navigator.locks.request(ONE_AT_A_TIME, () => sendAll(owner));
    isSending = false;
    if (sent) await client.invalidateQueries();
    if (waitingOf(owner).length > 0) soon(sent ? REST_MS : AGAIN_MS);
  };
  const changed = () => {
    if (!isSending && waitingOf(owner).length > 0) soon(REST_MS);
  };
  const now = () => soon(0);
  const forgetChanges = drafts.whenChanged(changed);
  window.addEventListener('online', now);
  void drafts.ready.then(now);
  return () => {
    clearTimeout(resting);
    forgetChanges();
    window.removeEventListener('online', now);
  };
}

const waitingOf = (owner: string) =>
  [...drafts.all().values()].filter(
    (draft) => draft.owner === owner && isWaiting(draft) && draft.caseNo === undefined && !draft.refused,
  );

/** Whether anything has left. */
async function sendAll(owner: string): Promise<boolean> {
  let sent = false;
  for (const { id } of waitingOf(owner)) {
    sent =
      (await sendDraft(id).then(
        () => true,
        () => false,
      )) || sent;
  }
  return sent;
}
