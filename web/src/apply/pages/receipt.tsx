import { Link, useParams } from '@tanstack/react-router';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Awaited } from '../parts/awaited.js';
import { Moment } from '../parts/moment.js';
import { QrCode } from '../parts/qr-code.js';
import { SignedIn } from '../parts/signed-in.js';
import { useTitle } from '../parts/use-title.js';
import { Way } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** What one takes home: the number, the way back to it, what comes next. To be printed, too. */
export function ReceiptPage() {
  const { caseNo } = useParams({ from: '/cases/$caseNo/receipt' });
  const view = useAsked('getCase', { params: { caseNo } });
  return (
    <SignedIn>
      <Loaded query={view}>{(told) => <Receipt view={told} />}</Loaded>
    </SignedIn>
  );
}

function Receipt({ view }: { readonly view: CaseView }) {
  const { t, tell } = useTexts();
  const { caseNo, applicant, programme, quantityText, submittedAt, awaits, ahead } = view;
  const address = `${location.origin}/apply/cases/${caseNo}`;
  useTitle(t('receipt.title'));
  return (
    <article className="receipt">
      <h1>{t('receipt.title')}</h1>
      <p className="good">
        {t('receipt.number')} <strong>{caseNo}</strong>
      </p>
      <QrCode text={address} label={t('receipt.code')} />
      <dl className="facts">
        <dt>{t('case.applicant')}</dt>
        <dd>{applicant}</dd>
        <dt>{t('receipt.programme')}</dt>
        <dd>
          {tell(programme)} · {tell(quantityText)}
        </dd>
        <dt>{t('case.submitted')}</dt>
        <dd>
          <Moment at={submittedAt} />
        </dd>
        <dt>{t('receipt.now')}</dt>
        <dd>
          {awaits.length === 0 && t('receipt.soon')}
          <Awaited view={view} />
        </dd>
      </dl>
      {ahead.length > 0 && (
        <section>
          <h2>{t('case.ahead')}</h2>
          <Way steps={ahead} />
        </section>
      )}
      {view.consent === null ? <p>{t('receipt.stay')}</p> : <Helped confirmed={view.consent === 'confirmed'} />}
      <div className="buttons">
        <Link to="/cases/$caseNo" params={{ caseNo }} className="button">
          {t('receipt.follow')}
        </Link>
        <button type="button" className="second" onClick={() => window.print()}>
          {t('receipt.print')}
        </button>
      </div>
    </article>
  );
}

/** 代办: what the household is handed on paper, and who signs for it. */
function Helped({ confirmed }: { readonly confirmed: boolean }) {
  const { t } = useTexts();
  return (
    <section>
      <h2>{t('receipt.helped')}</h2>
      <p>{t(confirmed ? 'receipt.confirmed' : 'receipt.unconfirmed')}</p>
      <p>{t('receipt.own')}</p>
      <p className="to-sign">
        <span>{t('receipt.household')}</span>
        <span>{t('receipt.helper')}</span>
        <span>{t('receipt.day')}</span>
      </p>
    </section>
  );
}
