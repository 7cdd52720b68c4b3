import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../calls/call.js';
import { goOnAs } from '../session.js';

/** Ends the session; what was read in it is forgotten. */
export function SignOut({ onOut }: { readonly onOut?: () => Promise<void> }) {
  const { t } = useTranslation('common');
  const client = useQueryClient();
  const out = useMutation({
    mutationFn: () => call('signOut', {}),
    onSuccess: async () => {
      goOnAs(client, null);
      await onOut?.();
    },
  });
  return (
    <button type="button" className="quiet" disabled={out.isPending} onClick={() => out.mutate()}>
      {t('signOut')}
    </button>
  );
}
