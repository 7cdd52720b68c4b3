import { Link, Outlet } from '@tanstack/react-router';
import type { SessionView } from '../../../../domain/schemas/session.js';
import { DeskFrame } from '../../common/parts/desk-frame.js';
import { Loaded } from '../../common/parts/loaded.js';
import { OfficialSignInForm } from '../../common/parts/official-sign-in.js';
import { useSession } from '../../common/session.js';
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
  const session = useSession();
  const isAuditor = session.data?.roles.includes('auditor') ?? false;
  return (
    <DeskFrame
      brand={t('frame.brand')}
      who={session.data && <Who session={session.data} />}
      rooms={isAuditor && <Rooms />}
    >
      <Loaded query={session}>{(signedIn) => <Inside signedIn={signedIn} isAuditor={isAuditor} />}</Loaded>
    </DeskFrame>
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
