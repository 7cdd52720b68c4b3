import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { keepSending } from '../../common/kept/sender.js';
import { useSession } from '../../common/session.js';
import { type Draft, isWaiting } from '../draft/draft.js';
import { sendDraft } from '../draft/send.js';
import { drafts } from '../draft/store.js';

/** While somebody is signed in, what waits of his on the phone is sent. */
export function useSending(): void {
  const client = useQueryClient();
  const owner = useSession().data?.identity.id;
  useEffect(() => {
    if (owner === undefined) return undefined;
    const waits = (draft: Draft) =>
      draft.owner === owner && isWaiting(draft) && draft.caseNo === undefined && !draft.refused;
    return keepSending(client, { name: 'zhibao-apply-send', store: drafts, isWaiting: waits, send: sendDraft });
  }, [client, owner]);
}
