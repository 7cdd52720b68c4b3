import { countyOf } from '../../../../domain/rules/county-of.js';
import { quantityText } from '../../../../domain/rules/quantities.js';
import type { EntitlementView } from '../../../../domain/schemas/entitlement.js';
import { askedText } from '../../../../domain/texts/loans.js';
import { dayText } from '../../../../domain/texts/moments.js';
import { useAsked } from '../../common/calls/query.js';
import { Moment } from './moment.js';
import { useTexts } from '../texts/use-texts.js';

/** What was granted: by which standard, to whom, for how long, on which loan. */
export function EntitlementFacts({ view }: { readonly view: EntitlementView }) {
  const { t, tell } = useTexts();
  const { caseNo, programme, decisionNo, quantity, personal, grantedAt, periodsLeft, loan } = view;
  const query = { county: countyOf(caseNo) };
  const { data: guide } = useAsked('getProgramme', { params: { code: programme.code }, query });
  return (
    <dl className="facts">
      <dt>{t('entitlement.whose')}</dt>
      <dd>{t(personal ? 'entitlement.personal' : 'entitlement.household')}</dd>
      {guide && (
        <>
          <dt>{t('entitlement.standard')}</dt>
          <dd>{tell(guide.standardText)}</dd>
          <dt>{t('entitlement.quantity')}</dt>
          <dd>{tell(askedText(guide.measure, loan ?? undefined, quantity))}</dd>
        </>
      )}
      <dt>{t('entitlement.granted')}</dt>
      <dd>
        <Moment at={grantedAt} /> {decisionNo}
      </dd>
      {periodsLeft !== null && (
        <>
          <dt>{t('entitlement.left')}</dt>
          <dd>{t('entitlement.periods', { count: periodsLeft })}</dd>
        </>
      )}
      {loan && <LoanFacts loan={loan} />}
    </dl>
  );
}

const PERCENT_SCALE = 2;

function LoanFacts({ loan }: { readonly loan: NonNullable<EntitlementView['loan']> }) {
  const { t, tell } = useTexts();
  const { principalYuan: principal, basisPoints, changes } = loan;
  const [from, until] = [tell(dayText(loan.from)), tell(dayText(loan.until))];
  const rate = quantityText(basisPoints, PERCENT_SCALE);
  return (
    <>
      <dt>{t('entitlement.loan')}</dt>
      <dd>{t('entitlement.loanText', { principal, from, until, rate })}</dd>
      {changes.map((change) => (
        <dd key={change.at}>
          {t('entitlement.loanChange', { kind: tell(change.kind), until: tell(dayText(change.until)) })}
        </dd>
      ))}
    </>
  );
}
