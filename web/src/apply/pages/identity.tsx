import { useRouter, useSearch } from '@tanstack/react-router';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Identity, SessionView } from '../../../../domain/schemas/session.js';
import { call } from '../../common/calls/call.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { goOnAs, useSession } from '../../common/session.js';
import { useWhomState } from '../helping/whom.js';
import { SignedIn } from '../parts/signed-in.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** One phone may serve two households, or a helper: whom it is about now. */
export function IdentityPage() {
  const { t } = useTexts();
  const { data: session } = useSession();
  useTitle(t('identity.title'));
  return (
    <>
      <h1>{t('identity.title')}</h1>
      <SignedIn>{session && <Choice session={session} />}</SignedIn>
    </>
  );
}

function Choice({ session }: { readonly session: SessionView }) {
  const { t } = useTexts();
  const { to } = useSearch({ from: '/identity' });
  const client = useQueryClient();
  const router = useRouter();
  const whom = useWhomState();
  const choose = useMutation({
    mutationFn: (identity: Identity) =>
      identity.id === session.identity.id
        ? Promise.resolve(session)
        : call('chooseIdentity', { body: { id: identity.id } }),
    onSuccess: (chosen) => {
      goOnAs(client, chosen);
      router.history.push(to ?? '/apply', whom);
    },
  });
  return (
    <>
      {choose.error && <ProblemBox error={choose.error} />}
      <ul className="cards">
        {[session.identity, ...session.others].map((identity) => (
          <li key={identity.id}>
            <button type="button" className="card" disabled={choose.isPending} onClick={() => choose.mutate(identity)}>
              <strong>{identity.name}</strong>
              <span>{t(`identity.${identity.kind === 'helper' ? 'helper' : 'household'}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
