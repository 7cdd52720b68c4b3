import { Link } from '@tanstack/react-router';
import { ARCHIVE_LIST_KINDS, NewArchiveList } from '../../../../domain/schemas/archives.js';
import { ARCHIVE_LIST_NAMES } from '../../../../domain/texts/archives.js';
import { Moment } from '../../common/parts/moment.js';
import { ActForm } from '../form/act-form.js';
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
      {may && <Propose />}
    </ListPage>
  );
}

function Propose() {
  const { t, tell } = useTexts();
  return (
    <details>
      <summary>{t('archiveLists.propose')}</summary>
      <ActForm
        act="proposeArchiveList"
        schema={NewArchiveList}
        fields={[
          {
            ...{ name: 'kind', kind: 'select', label: t('archiveLists.kind') },
            options: ARCHIVE_LIST_KINDS.map((each) => [each, tell(ARCHIVE_LIST_NAMES[each])] as const),
          },
          { name: 'caseNos', kind: 'lines', label: t('archiveLists.caseNos'), hint: t('archiveLists.caseNosHint') },
          { name: 'words', kind: 'words', label: t('archives.words'), hint: t('archives.wordsHint') },
        ]}
        submit={t('archiveLists.propose')}
        done={({ list: { no } }) => t('archiveLists.made', { no })}
      />
    </details>
  );
}
