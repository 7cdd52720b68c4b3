import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../session.js';
import { keepSending, type Sending } from './sender.js';

interface Owned {
  readonly id: string;
  /** Whose it is. */
  readonly owner: string;
}

/** While somebody is signed in, what waits of his is sent. */
export function useSending<T extends Owned>(sending: Sending<T>): void {
  const client = useQueryClient();
  const owner = useSession().data?.identity.id;
  useEffect(() => {
    if (owner === undefined) return undefined;
    const isWaiting = (item: T) => item.owner === owner && sending.isWaiting(item);
    return keepSending(client, { ...sending, isWaiting });
  }, [client, owner, sending]);
}
