import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { keepSending } from '../../common/kept/sender.js';
import { useSession } from '../../common/session.js';
import { sendVisit } from './send.js';
import { visits } from './store.js';
import { isWaiting, type Visit } from './visit.js';

/** While somebody is signed in, what he has signed at a site is sent. */
export function useSending(): void {
  const client = useQueryClient();
  const owner = useSession().data?.identity.id;
  useEffect(() => {
    if (owner === undefined) return undefined;
    const waits = (visit: Visit) => visit.owner === owner && isWaiting(visit);
    return keepSending(client, { name: 'zhibao-office-send', store: visits, isWaiting: waits, send: sendVisit });
  }, [client, owner]);
}
