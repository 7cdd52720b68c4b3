import { lazy, Suspense } from 'react';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../common/session.js';
import { MyThings } from '../parts/my-things.js';
import { Programmes } from '../parts/programmes.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** Households load nothing of what is for helpers. */
const HelperHome = lazy(async () => ({ default: (await import('../helping/helper-home.js')).HelperHome }));

/** What is told of the register comes once somebody is signed in. */
const OwnProgrammes = lazy(async () => ({ default: (await import('../parts/own-programmes.js')).OwnProgrammes }));

/** What there is to apply for; for whoever is signed in, what waits for him comes first. */
export function HomePage() {
  const { t } = useTexts();
  const { data: session } = useSession();
  useTitle(t('home.title'));
  if (session?.identity.kind === 'helper')
    return (
      <>
        <h1>{t('home.hello', { name: session.identity.name })}</h1>
        <Suspense>
          <HelperHome session={session} />
        </Suspense>
      </>
    );
  return (
    <>
      <h1>{session ? t('home.hello', { name: session.identity.name }) : t('home.title')}</h1>
      <p className="lead">{t('home.lead')}</p>
      {session === null && (
        <Link to="/sign-in" className="button">
          {t('home.begin')}
        </Link>
      )}
      {session && <MyThings session={session} />}
      <h2>{t('home.programmes')}</h2>
      {session ? (
        <Suspense fallback={<Programmes session={session} applicant="household" />}>
          <OwnProgrammes session={session} />
        </Suspense>
      ) : (
        <Programmes session={session} />
      )}
    </>
  );
}
