import { Link } from '@tanstack/react-router';
import { yuanText } from '../../../../domain/rules/fen.js';
import { periodName } from '../../../../domain/texts/periods.js';
import { usePages } from '../../common/calls/pages.js';
import { Moment } from './moment.js';
import { Paged } from '../../common/parts/paged.js';
import { useTexts } from '../texts/use-texts.js';

/** Its periods, the newest first: how much, how far it is, and the case where the payment is found. */
export function EntitlementRuns({ caseNo: no }: { readonly caseNo: string }) {
  const { t, tell } = useTexts();
  return (
    <Paged pages={usePages('listEntitlementRuns', { params: { caseNo: no } })} empty={t('entitlement.noRuns')}>
      {(runs) => (
        <ul className="cards">
          {runs.map(({ caseNo, period, amountFen, stage, outcome, madeAt }) => (
            <li key={caseNo}>
              <Link to="/cases/$caseNo" params={{ caseNo }} className="card">
                <strong>
                  {tell(periodName(period))} · {t('case.yuan', { amount: yuanText(amountFen) })}
                </strong>
                <span>
                  <span className={outcome ? 'tag' : 'tag wait'}>{tell(outcome ?? stage)}</span> {caseNo}
                </span>
                <small>
                  <Moment at={madeAt} />
                </small>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Paged>
  );
}
