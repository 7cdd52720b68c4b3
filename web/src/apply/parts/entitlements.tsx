import { Link } from '@tanstack/react-router';
import { dayOfText } from '../../../../domain/texts/moments.js';
import type { EntitlementView } from '../../../../domain/schemas/entitlement.js';
import { periodName } from '../../../../domain/texts/periods.js';
import { useAsked } from '../../common/calls/query.js';
import { useTexts } from '../texts/use-texts.js';

/** What the household is paid period after period, and when next. */
export function Entitlements() {
  const { t, tell } = useTexts();
  const { data } = useAsked('listEntitlements', { query: { limit: 50 } });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <h2>{t('entitlement.mine')}</h2>
      <ul className="cards">
        {items.map(({ caseNo, programme, state, next }) => (
          <li key={caseNo}>
            <Link to="/entitlements/$caseNo" params={{ caseNo }} className="card">
              <strong>{tell(programme)}</strong>
              <span>
                <span className={state.code === 'active' ? 'tag' : 'tag wait'}>{tell(state)}</span> {caseNo}
              </span>
              {next && (
                <small>
                  <NextPeriod next={next} />
                </small>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Which period is paid next, and from which day on. */
export function NextPeriod({ next: { period, dueAt } }: { readonly next: NonNullable<EntitlementView['next']> }) {
  const { t, tell } = useTexts();
  const day = tell(dayOfText(Date.parse(dueAt)));
  return <time dateTime={dueAt}>{t('entitlement.next', { period: tell(periodName(period)), day })}</time>;
}
