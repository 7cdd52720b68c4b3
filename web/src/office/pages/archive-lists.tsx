import { Link } from '@tanstack/react-router';
import { Moment } from '../../common/parts/moment.js';
import { ListPage } from '../parts/list-page.js';
import { useMay } from '../parts/use-may.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** 移交清册和销毁清册, which stay for good. */
export function ArchiveListsPage() {
  const { t, tell } = useTexts();
  const may = useMay('archivist');
  return (
    <ListPage
      room="archiveLists"
      id="listArchiveLists"
      keyOf={({ no }) => no}
      empty={t('archiveLists.none')}
      columns={[
        {
          name: t('archiveLists.no'),
          show: ({ no }) => (
            <Link to="/archive-lists/$no" params={{ no }}>
              {no}
            </Link>
          ),
        },
        { name: t('archiveLists.kind'), show: ({ kind }) => tell(kind) },
        { name: t('archiveLists.files'), show: ({ files }) => files, number: true },
        { name: t('money.state'), show: ({ state }) => tell(state) },
        { name: t('archiveLists.proposed'), show: ({ proposed }) => namesOf([proposed.by]) },
        { name: t('archives.at'), show: ({ proposed }) => <Moment at={proposed.at} /> },
        { name: t('archiveLists.decided'), show: ({ decided }) => decided && namesOf([decided.by]) },
        { name: t('archiveLists.receipt'), show: ({ receipt }) => receipt?.no },
      ]}
    >
      {may && (
        <p>
          <Link to="/archives">{t('archiveLists.chooseThere')}</Link>
        </p>
      )}
    </ListPage>
  );
}
