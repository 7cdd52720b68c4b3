import { Link } from '@tanstack/react-router';
import { yuanText } from '../../../../domain/rules/fen.js';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { periodName } from '../../../../domain/texts/periods.js';
import { Moment } from './moment.js';
import { ConsentTag } from '../helping/consent-tag.js';
import { useTexts } from '../texts/use-texts.js';

/** What a case is about. */
export function CaseFacts({ view }: { readonly view: CaseView }) {
  const { t, tell } = useTexts();
  const { applicant, consent, run, quantityText, amountFen, submittedAt, payee, decisionNo, notices } = view;
  return (
    <dl className="facts">
      <dt>{t('case.applicant')}</dt>
      <dd>{applicant}</dd>
      {consent !== null && (
        <>
          <dt>{t('case.consent')}</dt>
          <dd>
            <ConsentTag consent={consent} sent />
          </dd>
        </>
      )}
      {run !== null && (
        <>
          <dt>{t('entitlement.run')}</dt>
          <dd>
            {tell(periodName(run.period))}{' '}
            <Link to="/entitlements/$caseNo" params={{ caseNo: run.entitlementNo }}>
              {t('entitlement.open')}
            </Link>
          </dd>
        </>
      )}
      <dt>{t('case.quantity')}</dt>
      <dd>{tell(quantityText)}</dd>
      <dt>{t(isAskedFor(view) ? 'case.amountAsked' : 'case.amount')}</dt>
      <dd>
        <strong>{t('case.yuan', { amount: yuanText(amountFen) })}</strong>
      </dd>
      <dt>{t('case.submitted')}</dt>
      <dd>
        <Moment at={submittedAt} />
      </dd>
      {payee !== null && (
        <>
          <dt>{t('case.payee')}</dt>
          <dd>{payee.name}</dd>
        </>
      )}
      {decisionNo !== null && (
        <>
          <dt>{t('case.decision')}</dt>
          <dd>{decisionNo}</dd>
        </>
      )}
      {notices.length > 0 && (
        <>
          <dt>{t('case.notice')}</dt>
          <dd>
            {notices.map((no) => (
              <a key={no} href={`/notices/${no}`}>
                {no}
              </a>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

/** A sum that nobody has decided on yet; what a run pays was decided before it began. */
const isAskedFor = ({ decisionNo, run }: CaseView): boolean => decisionNo === null && run === null;
