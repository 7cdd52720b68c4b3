import { useRef, useState } from 'react';
import { Link, Outlet } from '@tanstack/react-router';
import type { SessionView } from '../../../../domain/schemas/session.js';
import { ROLE_NAMES } from '../../../../domain/texts/roles.js';
import { DeskFrame } from '../../common/parts/desk-frame.js';
import { useOnline } from '../../common/kept/online.js';
import { useSending } from '../../common/kept/use-sending.js';
import { Loaded } from '../../common/parts/loaded.js';
import { useEscape } from '../../common/parts/use-escape.js';
import { useSession } from '../../common/session.js';
import { BOARDS_SENT } from '../boards/send.js';
import { SignInPage } from '../pages/sign-in.js';
import { useTexts } from '../texts/use-texts.js';
import { VISITS_SENT } from '../visits/send.js';
import { ROOMS, roomsFor } from './rooms.js';

/** What is around every page; whoever is not signed in does that first, at the address he came to. */
export function Frame() {
  const { t } = useTexts();
  const session = useSession();
  const isOnline = useOnline();
  useSending(VISITS_SENT);
  useSending(BOARDS_SENT);
  return (
    <DeskFrame
      brand={t('frame.brand')}
      who={session.data && <Who session={session.data} />}
      links={<Link to="/password">{t('password.title')}</Link>}
      rooms={session.data && <Rooms session={session.data} />}
    >
      {!isOnline && (
        <output className="none">
          {t('visits.offline')} <Link to="/visits">{t('rooms.visits')}</Link>
        </output>
      )}
      <Loaded query={session}>
        {(signedIn) => (signedIn?.identity.kind === 'official' ? <Outlet /> : <SignInPage />)}
      </Loaded>
    </DeskFrame>
  );
}

function Who({ session: { identity, roles, office } }: { readonly session: SessionView }) {
  const { tell, list } = useTexts();
  return (
    <span>
      {identity.name} · {office} · {list(roles.map((role) => tell(ROLE_NAMES[role])))}
    </span>
  );
}

/** Where one can go; on a phone it folds. */
function Rooms({ session: { roles } }: { readonly session: SessionView }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEscape(() => {
    if (!open) return;
    setOpen(false);
    button.current?.focus();
  });
  return (
    <nav className={open ? 'rooms open' : 'rooms'} aria-label={t('frame.rooms')}>
      <button type="button" className="second" aria-expanded={open} onClick={() => setOpen(!open)} ref={button}>
        {t('frame.menu')}
      </button>
      <ul>
        {roomsFor(roles).map((room) => (
          <li key={room}>
            <Link to={ROOMS[room].to} activeOptions={{ exact: ROOMS[room].to === '/' }} onClick={() => setOpen(false)}>
              {t(`rooms.${room}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
