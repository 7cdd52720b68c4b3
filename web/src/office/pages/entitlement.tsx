import { useState } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { OFFICE_ENDS } from '../../../../domain/rules/entitlement-ends.js';
import { EntitlementEnd, type EntitlementView } from '../../../../domain/schemas/entitlement.js';
import { END_NAMES } from '../../../../domain/texts/entitlements.js';
import { askedText } from '../../../../domain/texts/loans.js';
import { periodName } from '../../../../domain/texts/periods.js';
import { usePages } from '../../common/calls/pages.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Deadline, Moment } from '../../common/parts/moment.js';
import { ActForm } from '../form/act-form.js';
import { Loan } from '../loans/loan.js';
import { Facts } from '../parts/facts.js';
import { Listing } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { Paged } from '../parts/paged.js';
import { useGuide } from '../parts/use-guide.js';
import { useMay } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** One entitlement: what it gives, its loan, its periods, and ending it. */
export function EntitlementPage() {
  const { caseNo } = useParams({ from: '/entitlements/$caseNo' });
  const told = useAsked('getEntitlement', { params: { caseNo } });
  return <Loaded query={told}>{(view) => <Entitlement entitlement={view} />}</Loaded>;
}

function Entitlement({ entitlement }: { readonly entitlement: EntitlementView }) {
  const { t, tell } = useTexts();
  const [said, setSaid] = useState<string>();
  const { caseNo, programme, decisionNo, state, quantity, personal, grantedAt } = entitlement;
  const { next, periodsLeft, ended, loan } = entitlement;
  const { data: guide } = useGuide(programme.code);
  useTitle(caseNo);
  return (
    <>
      <h1>{caseNo}</h1>
      <Facts
        facts={{
          [t('task.programme')]: tell(programme),
          [t('money.state')]: tell(state),
          [t('case.decisionNo')]: decisionNo,
          [t('inbox.quantity')]: guide && tell(askedText(guide.measure, loan ?? undefined, quantity)),
          [t('entitlements.whose')]: t(personal ? 'entitlements.personal' : 'entitlements.ofHousehold'),
          [t('entitlements.granted')]: <Moment at={grantedAt} />,
          [t('entitlements.next')]: next && tell(periodName(next.period)),
          [t('task.due')]: next && <Deadline at={next.dueAt} />,
          [t('entitlements.left')]: periodsLeft,
          [t('entitlements.endedAt')]: ended && <Moment at={ended.at} />,
          [t('entitlements.why')]: ended && tell(ended.reason),
        }}
      />
      <p>
        <Link to="/cases/$caseNo" params={{ caseNo }}>
          {t('entitlements.toCase')}
        </Link>
      </p>
      <output className={said === undefined ? undefined : 'good'} aria-live="polite">
        {said}
      </output>
      {ended === null && <End caseNo={caseNo} onSaid={setSaid} />}
      {loan && <Loan {...{ entitlement, loan }} />}
      <h2>{t('entitlements.runs')}</h2>
      <Runs caseNo={caseNo} />
    </>
  );
}

function End({ caseNo, onSaid }: { readonly caseNo: string; readonly onSaid: (said: string) => void }) {
  const { t, tell } = useTexts();
  if (!useMay('countyApprover')) return null;
  return (
    <details className="filters">
      <summary>{t('entitlements.end')}</summary>
      <ActForm
        act="endEntitlement"
        {...{ params: { caseNo }, schema: EntitlementEnd }}
        fields={[
          {
            ...{ name: 'reason', kind: 'select', label: t('entitlements.why') },
            options: OFFICE_ENDS.map((reason) => [reason, tell(END_NAMES[reason])] as const),
          },
          { name: 'words', kind: 'words', label: t('fields.words.label'), hint: t('fields.words.hint') },
        ]}
        submit={t('entitlements.end')}
        done={() => t('entitlements.hasEnded')}
        onDone={() => onSaid(t('entitlements.hasEnded'))}
      />
    </details>
  );
}

function Runs({ caseNo: no }: { readonly caseNo: string }) {
  const { t, tell } = useTexts();
  const runs = usePages('listEntitlementRuns', { params: { caseNo: no } });
  return (
    <Paged pages={runs} empty={t('entitlements.noRuns')}>
      {(rows) => (
        <Listing
          caption={t('entitlements.runs')}
          rows={rows}
          keyOf={({ caseNo }) => caseNo}
          columns={[
            { name: t('entitlements.period'), show: ({ period }) => tell(periodName(period)) },
            {
              name: t('inbox.case'),
              show: ({ caseNo }) => (
                <Link to="/cases/$caseNo" params={{ caseNo }}>
                  {caseNo}
                </Link>
              ),
            },
            { name: t('money.amount'), show: ({ amountFen }) => <Yuan fen={amountFen} />, number: true },
            { name: t('money.state'), show: ({ stage, outcome }) => tell(outcome ?? stage) },
            { name: t('entitlements.finding'), show: ({ finding }) => finding && tell(finding) },
            { name: t('schedules.made'), show: ({ madeAt }) => <Moment at={madeAt} /> },
          ]}
        />
      )}
    </Paged>
  );
}
