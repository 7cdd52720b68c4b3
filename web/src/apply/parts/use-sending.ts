import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../common/session.js';
import { keepSending } from '../draft/sender.js';

/** While somebody is signed in, what waits of his on the phone is sent. */
export function useSending(): void {
  const client = useQueryClient();
  const owner = useSession().data?.identity.id;
  useEffect(() => (owner === undefined ? undefined : keepSending(client, owner)), [client, owner]);
}
