import { Link } from '@tanstack/react-router';
import { Moment } from '../../common/parts/moment.js';
import { FindClaim } from '../money/find-claim.js';
import { Yuan } from '../parts/money.js';
import { ListPage } from '../parts/list-page.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

/** What has to come back, and what of it has; each leads to its signatures and receipts. */
export function RecoveriesPage() {
  const { t, tell } = useTexts();
  const may = useMay('countySupervisor');
  return (
    <ListPage
      room="recoveries"
      id="listRecoveries"
      keyOf={({ caseNo }) => caseNo}
      empty={t('recoveries.none')}
      columns={[
        {
          name: t('inbox.case'),
          show: ({ caseNo }) => (
            <Link to="/recoveries/$caseNo" params={{ caseNo }}>
              {caseNo}
            </Link>
          ),
        },
        { name: t('recoveries.cause'), show: ({ cause }) => tell(cause) },
        { name: t('money.state'), show: ({ state }) => tell(state) },
        { name: t('recoveries.claimed'), show: ({ amountFen }) => <Yuan fen={amountFen} />, number: true },
        { name: t('recoveries.recovered'), show: ({ recoveredFen }) => <Yuan fen={recoveredFen} />, number: true },
        { name: t('recoveries.setOff'), show: ({ setOff }) => setOff && tell(setOff) },
        { name: t('recoveries.opened'), show: ({ openedAt }) => <Moment at={openedAt} /> },
      ]}
    >
      {may && <FindClaim />}
    </ListPage>
  );
}
