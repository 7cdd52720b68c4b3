import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../common/calls/call.js';
import { goOnAs } from '../../common/session.js';
import { useTexts } from '../texts/use-texts.js';

/** Ends the session; what was read in it is forgotten. */
export function SignOut() {
  const { t } = useTexts();
  const client = useQueryClient();
  const out = useMutation({ mutationFn: () => call('signOut', {}), onSuccess: () => goOnAs(client, null) });
  return (
    <button type="button" className="quiet" disabled={out.isPending} onClick={() => out.mutate()}>
      {t('frame.signOut')}
    </button>
  );
}
