import { useParams } from '@tanstack/react-router';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { monthsText } from '../../../../domain/texts/rent.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Deadline, Moment } from '../../common/parts/moment.js';
import { Facts } from '../parts/facts.js';
import { Listing } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { Papers } from '../parts/papers.js';
import { Places } from '../places/places.js';
import { useTitle } from '../parts/use-title.js';
import { ChoosePayee } from '../payees/choose-payee.js';
import { Way } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** A case as it stands: whom it awaits, its papers, its money, its way. */
export function CasePage() {
  const { caseNo } = useParams({ from: '/cases/$caseNo' });
  return <Loaded query={useAsked('getCase', { params: { caseNo } })}>{(view) => <Case view={view} />}</Loaded>;
}

function Case({ view }: { readonly view: CaseView }) {
  const { t, tell } = useTexts();
  const { caseNo, programme, quantityText, amountFen, applicant, area, stage, outcome, submittedAt } = view;
  useTitle(caseNo);
  return (
    <>
      <h1>{caseNo}</h1>
      <Facts
        facts={{
          [t('task.programme')]: tell(programme),
          [t('inbox.stage')]: tell(stage),
          [t('case.awaits')]: view.awaits.length > 0 && <Awaits awaits={view.awaits} />,
          [t('inbox.quantity')]: tell(quantityText),
          [t('task.amount')]: <Yuan fen={amountFen} />,
          [t('case.lease')]: view.rentMonths !== null && tell(monthsText(view.rentMonths)),
          [t('task.head')]: applicant,
          [t('task.village')]: `${area.township.name}${area.village.name}`,
          [t('case.submitted')]: <Moment at={submittedAt} />,
          [t('case.decisionNo')]: view.decisionNo,
          [t('case.payee')]: view.payee?.name,
          [t('case.outcome')]: outcome && tell(outcome.kind),
        }}
      />
      {view.holds.map(({ text, at }) => (
        <p key={at} className="tag wait">
          {tell(text)} <Moment at={at} />
        </p>
      ))}
      <h2>{t('case.payments')}</h2>
      <ChoosePayee view={view} />
      <Payments payments={view.payments} />
      <h2>{t('task.papers')}</h2>
      <Papers papers={view.papers} />
      <h2>{t('places.title')}</h2>
      <Places papers={view.papers} />
      <h2>{t('task.way')}</h2>
      <Way caseNo={caseNo} />
    </>
  );
}

function Awaits({ awaits }: Pick<CaseView, 'awaits'>) {
  const { t, tell } = useTexts();
  return (
    <>
      {awaits.map(({ stage, role, dueAt, overdue }) => (
        <span key={stage.code} className="line">
          {tell(role)} · {tell(stage)} {dueAt && <Deadline at={dueAt} />}{' '}
          {overdue && <span className="tag wait">{t('task.overdue')}</span>}
        </span>
      ))}
    </>
  );
}

function Payments({ payments }: Pick<CaseView, 'payments'>) {
  const { t, tell } = useTexts();
  if (payments.length === 0) return <p className="none">{t('case.noPayments')}</p>;
  return (
    <Listing
      caption={t('case.payments')}
      rows={payments}
      keyOf={({ reference }) => reference}
      columns={[
        { name: t('money.reference'), show: ({ reference }) => reference },
        { name: t('money.amount'), show: ({ amountFen }) => <Yuan fen={amountFen} />, number: true },
        { name: t('money.state'), show: ({ state }) => tell(state) },
        { name: t('money.settled'), show: ({ settledAt }) => settledAt && <Moment at={settledAt} /> },
        { name: t('money.returned'), show: ({ returnedReason }) => returnedReason && tell(returnedReason) },
      ]}
    />
  );
}
