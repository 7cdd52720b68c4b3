import { Link } from '@tanstack/react-router';
import { Moment } from '../../common/parts/moment.js';
import { Yuan } from '../parts/money.js';
import { useTexts } from '../texts/use-texts.js';
import { ListPage } from '../parts/list-page.js';

/** What has to come back, and what of it has. */
export function RecoveriesPage() {
  const { t, tell } = useTexts();
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
            <Link to="/cases/$caseNo" params={{ caseNo }}>
              {caseNo}
            </Link>
          ),
        },
        { name: t('recoveries.cause'), show: ({ cause }) => tell(cause) },
        { name: t('money.state'), show: ({ state }) => tell(state) },
        { name: t('recoveries.claimed'), show: ({ amountFen }) => <Yuan fen={amountFen} />, number: true },
        { name: t('recoveries.recovered'), show: ({ recoveredFen }) => <Yuan fen={recoveredFen} />, number: true },
        { name: t('recoveries.opened'), show: ({ openedAt }) => <Moment at={openedAt} /> },
      ]}
    />
  );
}
