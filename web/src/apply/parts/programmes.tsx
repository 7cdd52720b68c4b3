import { useDeferredValue } from 'react';
import { type HistoryState, Link } from '@tanstack/react-router';
import type { ApplicantKind } from '../../../../domain/rules/applicants.js';
import type { SessionView } from '../../../../domain/schemas/session.js';
import { useAsked } from '../../common/calls/query.js';
import type { Answered } from '../../common/calls/types.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Deadline } from './moment.js';
import { countyQuery } from '../county.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown {
  readonly session: SessionView | null | undefined;
  /** Of a helper: for whom. */
  readonly state?: HistoryState;
  /** Only what households apply for, or village collectives; without it, everything. */
  readonly applicant?: ApplicantKind;
}

type Programme = Answered<'listProgrammes'>['items'][number];

/** As many as a phone shows at once. */
const FIRST = 3;

/** What there is to apply for now. */
export function Programmes({ session, state = {}, applicant }: Shown) {
  const { t } = useTexts();
  const programmes = useAsked('listProgrammes', { query: countyQuery(session) });
  return (
    <Loaded query={programmes}>
      {({ items }) => {
        const suits = (programme: Programme) => applicant === undefined || programme.applicant === applicant;
        const open = items.filter((programme) => programme.open && suits(programme));
        return open.length > 0 ? <Cards programmes={open} state={state} /> : <p className="none">{t('home.none')}</p>;
      }}
    </Loaded>
  );
}

/** Those below the screen are drawn after those on it, in small steps. */
function Cards({ programmes, state }: { readonly programmes: readonly Programme[]; readonly state: HistoryState }) {
  const { t, tell } = useTexts();
  const drawn = useDeferredValue(programmes, programmes.slice(0, FIRST));
  return (
    <ul className="cards">
      {drawn.map(({ code, name, summary, closesAt }) => (
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
  );
}
