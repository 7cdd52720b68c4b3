import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../common/parts/language-switch.js';
import { useSession } from '../../common/session.js';
import { useElder } from '../elder.js';
import { useOnline } from '../../common/kept/online.js';
import { useSending } from '../../common/kept/use-sending.js';
import { DRAFTS_SENT } from '../draft/send.js';
import { STEP_PHOTOS_SENT } from '../step-work/send.js';
import { useTexts } from '../texts/use-texts.js';
import { ReadAloud } from './read-aloud.js';
import { SignOut } from '../../common/parts/sign-out.js';
import { foldAround, useEscape } from '../../common/parts/use-escape.js';

/** What is around every page: where one is, the language, the letters' size, who helps. */
export function Frame() {
  const { t } = useTexts();
  const { t: common } = useTranslation('common');
  const online = useOnline();
  useEscape(foldAround);
  useSending(DRAFTS_SENT);
  useSending(STEP_PHOTOS_SENT);
  return (
    <>
      <a className="skip" href="#main">
        {common('skip')}
      </a>
      <Top />
      {!online && <output className="offline">{t('frame.offline')}</output>}
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer>
        <ReadAloud />
        <p>{t('frame.hotline')}</p>
      </footer>
    </>
  );
}

function Top() {
  const { t } = useTexts();
  const { elder, setElder } = useElder();
  const { data: session } = useSession();
  const navigate = useNavigate();
  return (
    <header className="top">
      <Link to="/" className="brand">
        {t('frame.brand')}
      </Link>
      <nav aria-label={t('frame.home')}>
        <a href="/notices">{t('frame.notices')}</a>
        <button type="button" className="quiet" aria-pressed={elder} onClick={() => setElder(!elder)}>
          {elder ? t('frame.elderOff') : t('frame.elderOn')}
        </button>
        <LanguageSwitch />
        {session ? <SignOut onOut={() => navigate({ to: '/' })} /> : <Link to="/sign-in">{t('frame.signIn')}</Link>}
      </nav>
    </header>
  );
}
