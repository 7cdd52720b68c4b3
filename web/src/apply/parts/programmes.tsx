import { type HistoryState, Link } from '@tanstack/react-router';
import type { SessionView } from '../../../../domain/schemas/session.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Deadline } from './moment.js';
import { countyQuery } from '../county.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown {
  readonly session: SessionView | null | undefined;
  /** Of a helper: for whom. */
  readonly state?: HistoryState;
}

/** What there is to apply for now. */
export function Programmes({ session, state = {} }: Shown) {
  const { t, tell } = useTexts();
  const programmes = useAsked('listProgrammes', { query: countyQuery(session) });
  return (
    <Loaded query={programmes}>
      {({ items }) =>
        items.some(({ open }) => open) ? (
          <ul className="cards">
            {items
              .filter(({ open }) => open)
              .map(({ code, name, summary, closesAt }) => (
                <li key={code}>
                  <Link to="/programmes/$code" params={{ code }} state={state} className="card">
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
