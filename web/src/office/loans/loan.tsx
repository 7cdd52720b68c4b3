import { SIGNERS } from '../../../../domain/rules/matters.js';
import { percentText } from '../../../../domain/rules/quantities.js';
import type { EntitlementView } from '../../../../domain/schemas/entitlement.js';
import type { LoanView } from '../../../../domain/schemas/loan.js';
import { Day, Moment } from '../../common/parts/moment.js';
import { Facts } from '../parts/facts.js';
import { Listing } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { useMayFor } from '../parts/use-may.js';
import { Acted, namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';
import { LoanDesk } from './loan-desk.js';

interface Shown {
  readonly entitlement: EntitlementView;
  readonly loan: LoanView;
}

/** The loan whose interest is paid: as it is now, what has become of it, and what can be done about it. */
export function Loan({ entitlement, loan }: Shown) {
  const { t } = useTexts();
  const may = useMayFor('countyApprover', ...SIGNERS, 'auditor');
  const { principalYuan, from, until, basisPoints, changes } = loan;
  return (
    <>
      <h2>{t('loans.title')}</h2>
      <Facts
        facts={{
          [t('loans.principal')]: <Yuan fen={principalYuan * 100} />,
          [t('loans.from')]: <Day on={from} />,
          [t('loans.until')]: <Day on={until} />,
          [t('loans.rate')]: percentText(basisPoints),
        }}
      />
      {changes.length > 0 && <Changes changes={changes} />}
      {may && <LoanDesk entitlement={entitlement} />}
    </>
  );
}

function Changes({ changes }: Pick<LoanView, 'changes'>) {
  const { t, tell } = useTexts();
  return (
    <>
      <h3>{t('loans.changes')}</h3>
      <Listing
        caption={t('loans.changes')}
        rows={changes}
        keyOf={({ at }) => at}
        columns={[
          {
            name: t('loans.kind'),
            show: ({ kind, reason }) =>
              reason ? t('loans.because', { change: tell(kind), reason: tell(reason) }) : tell(kind),
          },
          { name: t('loans.until'), show: ({ until }) => <Day on={until} /> },
          { name: t('loans.rate'), show: ({ basisPoints }) => basisPoints !== null && percentText(basisPoints) },
          { name: t('recoveries.openedBy'), show: ({ by }) => namesOf([by]) },
          { name: t('recoveries.signedBy'), show: ({ signedBy }) => signedBy && <Acted who={[signedBy]} /> },
          { name: t('funds.at'), show: ({ at }) => <Moment at={at} /> },
        ]}
      />
    </>
  );
}
