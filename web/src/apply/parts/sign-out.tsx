import { useNavigate } from '@tanstack/react-router';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../common/calls/call.js';
import { goOnAs } from '../../common/session.js';
import { useTexts } from '../texts/use-texts.js';

/** Ends the session; what was read of it is forgotten on this phone. */
export function SignOut() {
  const { t } = useTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const out = useMutation({
    mutationFn: () => call('signOut', {}),
    onSuccess: async () => {
      goOnAs(client, null);
      await navigate({ to: '/' });
    },
  });
  return (
    <button type="button" className="quiet" disabled={out.isPending} onClick={() => out.mutate()}>
      {t('frame.signOut')}
    </button>
  );
}
