import { useParams } from '@tanstack/react-router';
import type { RecoveryDetail } from '../../../../domain/schemas/recoveries.js';
import { useAsked } from '../../common/calls/query.js';
import { Refusal } from '../../common/calls/refusal.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from '../../common/parts/moment.js';
import { ClaimActs } from '../money/claim-acts.js';
import { CaseLink } from '../money/links.js';
import { ProposeClaim } from '../money/propose-claim.js';
import { Receipts } from '../money/receipts.js';
import { SetOff } from '../money/set-off.js';
import { Facts } from '../parts/facts.js';
import { Yuan } from '../parts/money.js';
import { useMay } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { Acted, namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** The claim in a case: why, its two signatures, what came back, and whether it is set off; or a proposal of one. */
export function RecoveryPage() {
  const { t } = useTexts();
  const { caseNo } = useParams({ from: '/recoveries/$caseNo' });
  const claim = useAsked('getRecovery', { params: { caseNo } });
  const may = useMay('countySupervisor');
  const isNone = claim.error instanceof Refusal && claim.error.is('NOT_FOUND');
  useTitle(`${t('rooms.recoveries')} ${caseNo}`);
  return (
    <>
      <h1>
        {t('rooms.recoveries')} <small>{caseNo}</small>
      </h1>
      <p>
        {t('inbox.case')} <CaseLink caseNo={caseNo} />
      </p>
      {isNone ? (
        <>
          <p className="none">{t('recoveries.noClaim')}</p>
          {may && <ProposeClaim caseNo={caseNo} />}
        </>
      ) : (
        <Loaded query={claim}>{(detail) => <Claim claim={detail} />}</Loaded>
      )}
    </>
  );
}

function Claim({ claim }: { readonly claim: RecoveryDetail }) {
  const { t, tell } = useTexts();
  const { openedBy, signedBy, words, closedAt } = claim;
  return (
    <>
      <Facts
        facts={{
          [t('recoveries.cause')]: tell(claim.cause),
          [t('money.state')]: tell(claim.state),
          [t('recoveries.claimed')]: <Yuan fen={claim.amountFen} />,
          [t('recoveries.recovered')]: <Yuan fen={claim.recoveredFen} />,
          [t('recoveries.left')]: <Yuan fen={claim.amountFen - claim.recoveredFen} />,
          [t('recoveries.openedBy')]: openedBy ? namesOf([openedBy]) : t('recoveries.byReview'),
          [t('recoveries.opened')]: <Moment at={claim.openedAt} />,
          [t('recoveries.signedBy')]: signedBy && <Acted who={[signedBy]} />,
          [t('recoveries.closed')]: closedAt && <Moment at={closedAt} />,
          [t('recoveries.words')]: words && <span className="said">{words}</span>,
        }}
      />
      <ClaimActs claim={claim} />
      <h2>{t('recoveries.receipts')}</h2>
      <Receipts claim={claim} />
      <h2>{t('recoveries.setOff')}</h2>
      <SetOff claim={claim} />
    </>
  );
}
