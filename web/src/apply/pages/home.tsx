import { Link } from '@tanstack/react-router';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Deadline } from '../../common/parts/moment.js';
import { useSession } from '../../common/session.js';
import { countyQuery } from '../county.js';
import { MyThings } from '../parts/my-things.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** What there is to apply for; for whoever is signed in, what waits for him comes first. */
export function HomePage() {
  const { t } = useTexts();
  const { data: session } = useSession();
  useTitle(t('home.title'));
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
      <Programmes county={countyQuery(session)} />
    </>
  );
}

function Programmes({ county }: { readonly county: { county?: string } }) {
  const { t, tell } = useTexts();
  const programmes = useAsked('listProgrammes', { query: county });
  return (
    <Loaded query={programmes}>
      {({ items }) =>
        items.some(({ open }) => open) ? (
          <ul className="cards">
            {items
              .filter(({ open }) => open)
              .map(({ code, name, summary, closesAt }) => (
                <li key={code}>
                  <Link to="/programmes/$code" params={{ code }} className="card">
                    <strong>{tell(name)}</strong>
                    <span>{tell(summary)}</span>
                    <small>
                      {t('home.until')} <Deadline at={closesAt} />
                    </small>
                  </Link>
                </li>
              ))}
          </ul>
        ) : (
          <p className="none">{t('home.none')}</p>
        )
      }
    </Loaded>
  );
}
