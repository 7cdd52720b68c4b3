import { Link, Outlet } from '@tanstack/react-router';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../../../domain/schemas/session.js';
import { call } from '../../common/calls/call.js';
import { LanguageSwitch } from '../../common/parts/language-switch.js';
import { Loaded } from '../../common/parts/loaded.js';
import { OfficialSignInForm } from '../../common/parts/official-sign-in.js';
import { goOnAs, useSession } from '../../common/session.js';
import { useTexts } from '../texts/use-texts.js';

const ROOMS = {
  search: '/',
  statistics: '/statistics',
  sample: '/sample',
  findings: '/findings',
  verify: '/verify',
} as const;

/** What is around every page; whoever is not signed in does that first, at the address he came to. */
export function Frame() {
  const { t } = useTexts();
  const { t: common } = useTranslation('common');
  const session = useSession();
  const isAuditor = session.data?.roles.includes('auditor') ?? false;
  return (
    <>
      <a className="skip" href="#main">
        {common('skip')}
      </a>
      <header className="top">
        <Link to="/" className="brand">
          {t('frame.brand')}
        </Link>
        <div className="who">
          {session.data && <Who session={session.data} />}
          <LanguageSwitch />
          {session.data && <SignOut />}
        </div>
      </header>
      <div className="desk">
        {isAuditor && <Rooms />}
        <main id="main" tabIndex={-1}>
          <Loaded query={session}>{(signedIn) => <Inside signedIn={signedIn} isAuditor={isAuditor} />}</Loaded>
        </main>
      </div>
    </>
  );
}

function Inside({ signedIn, isAuditor }: { readonly signedIn: SessionView | null; readonly isAuditor: boolean }) {
  const { t } = useTexts();
  if (signedIn === null) return <OfficialSignInForm />;
  if (isAuditor) return <Outlet />;
  return (
    <>
      <h1>{t('frame.brand')}</h1>
      <p>{t('onlyAuditors')}</p>
    </>
  );
}

const Who = ({ session: { identity, office } }: { readonly session: SessionView }) => (
  <span>
    {identity.name} · {office}
  </span>
);

function SignOut() {
  const { t } = useTexts();
  const client = useQueryClient();
  const out = useMutation({ mutationFn: () => call('signOut', {}), onSuccess: () => goOnAs(client, null) });
  return (
    <button type="button" className="quiet" disabled={out.isPending} onClick={() => out.mutate()}>
      {t('frame.signOut')}
    </button>
  );
}

function Rooms() {
  const { t } = useTexts();
  return (
    <nav className="rooms open" aria-label={t('frame.rooms')}>
      <ul>
        {(Object.keys(ROOMS) as (keyof typeof ROOMS)[]).map((room) => (
          <li key={room}>
            <Link to={ROOMS[room]} activeOptions={{ exact: ROOMS[room] === '/' }}>
              {t(`rooms.${room}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
