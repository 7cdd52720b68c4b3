import { useState } from 'react';
import { SIGNERS } from '../../../../domain/rules/matters.js';
import { percentText } from '../../../../domain/rules/quantities.js';
import type { EntitlementView } from '../../../../domain/schemas/entitlement.js';
import type { LoanProposal } from '../../../../domain/schemas/loan.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Day, Moment } from '../../common/parts/moment.js';
import { Facts } from '../parts/facts.js';
import { Papers } from '../parts/papers.js';
import { Signing } from '../parts/signing.js';
import { useMay, useMayFor } from '../parts/use-may.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';
import { ProposeChange } from './propose-change.js';

interface Shown {
  readonly entitlement: EntitlementView;
}

/** A change of the loan that waits for its second signature, or a proposal of one. */
export function LoanDesk({ entitlement }: Shown) {
  const { t } = useTexts();
  const { caseNo, ended } = entitlement;
  const desk = useAsked('getLoan', { params: { caseNo } });
  const mayPropose = useMay('countyApprover');
  const maySign = useMayFor(...SIGNERS);
  const [said, setSaid] = useState<'inForce' | 'takenOff'>();
  return (
    <Loaded query={desk}>
      {({ proposal, ...desk }) => (
        <>
          {proposal && <Proposal proposal={proposal} />}
          {proposal && maySign && (
            <Signing
              {...{ act: 'signLoanChange', params: { caseNo }, digest: proposal.digest }}
              onSigned={({ inForce }) => setSaid(inForce ? 'inForce' : 'takenOff')}
            />
          )}
          <output className={said === undefined ? undefined : 'good'} aria-live="polite">
            {said && t(`loans.${said}`)}
          </output>
          {mayPropose && ended === null && <ProposeChange entitlement={entitlement} desk={desk} />}
        </>
      )}
    </Loaded>
  );
}

function Proposal({ proposal }: { readonly proposal: LoanProposal }) {
  const { t, tell } = useTexts();
  const { kind, until, basisPoints, reason, words, by, at, paper } = proposal;
  return (
    <>
      <h3>{t('loans.proposed')}</h3>
      <Facts
        facts={{
          [t('loans.kind')]: tell(kind),
          [t('loans.until')]: <Day on={until} />,
          [t('loans.rate')]: basisPoints !== null && percentText(basisPoints),
          [t('loans.reason')]: reason && tell(reason),
          [t('recoveries.words')]: words && <span className="said">{words}</span>,
          [t('recoveries.openedBy')]: namesOf([by]),
          [t('funds.at')]: <Moment at={at} />,
        }}
      />
      {paper && <Papers papers={[paper]} />}
    </>
  );
}
