import { useDeferredValue } from 'react';
import { type HistoryState, Link } from '@tanstack/react-router';
import type { ApplicantKind } from '../../../../domain/rules/applicants.js';
import type { Bilingual } from '../../../../domain/schemas/common.js';
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
  /** Why a programme is not for whoever looks. */
  readonly reasonsAgainst?: (programme: Programme) => readonly Bilingual[];
}

type Programme = Answered<'listProgrammes'>['items'][number];

/** As many as a phone shows at once. */
const FIRST = 3;

/** What there is to apply for now. */
export function Programmes({ session, state = {}, applicant, reasonsAgainst = () => [] }: Shown) {
  const { t } = useTexts();
  const programmes = useAsked('listProgrammes', { query: countyQuery(session) });
  return (
    <Loaded query={programmes}>
      {({ items }) => {
        const suits = (programme: Programme) => applicant === undefined || programme.applicant === applicant;
        const open = items.filter((programme) => programme.open && suits(programme));
        if (open.length === 0) return <p className="none">{t('home.none')}</p>;
        const cards = open.map((programme) => ({ ...programme, reasons: reasonsAgainst(programme) }));
        return <Cards programmes={cards.toSorted(fittingFirst)} state={state} />;
      }}
    </Loaded>
  );
}

type Card = Programme & { readonly reasons: readonly Bilingual[] };

const fittingFirst = (one: Card, other: Card): number =>
  Number(one.reasons.length > 0) - Number(other.reasons.length > 0);

/** Those below the screen are drawn after those on it, in small steps. */
function Cards({ programmes, state }: { readonly programmes: readonly Card[]; readonly state: HistoryState }) {
  const { t, tell } = useTexts();
  const drawn = useDeferredValue(programmes, programmes.slice(0, FIRST));
  return (
    <ul className="cards">
      {drawn.map(({ code, name, summary, closesAt, reasons }) => (
        <li key={code}>
          <Link to="/programmes/$code" params={{ code }} state={state} className="card">
            <strong>{tell(name)}</strong>
            <span>{tell(summary)}</span>
            <small>
              {t('home.until')} <Deadline at={closesAt} />
            </small>
            {reasons.length > 0 && (
              <small>
                <span className="tag wait">{t('ineligible.tag')}</span> {reasons.map(tell).join('；')}
              </small>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
