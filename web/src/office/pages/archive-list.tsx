import { useParams } from '@tanstack/react-router';
import { type ArchiveListDetail, ArchiveWords, HandOverReceipt } from '../../../../domain/schemas/archives.js';
import { addressOf } from '../../common/calls/call.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from '../../common/parts/moment.js';
import { Download } from '../../common/parts/download.js';
import { ActForm } from '../form/act-form.js';
import { archiveNumber } from '../parts/archive-number.js';
import { Facts } from '../parts/facts.js';
import { Listing } from '../parts/listing.js';
import { useMay } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** A list with its files, and what is done about it: signed for, received by the archives, taken back. */
export function ArchiveListPage() {
  const { no } = useParams({ from: '/archive-lists/$no' });
  const detail = useAsked('getArchiveList', { params: { no } });
  return <Loaded query={detail}>{(told) => <List detail={told} />}</Loaded>;
}

function List({ detail: { list, entries } }: { readonly detail: ArchiveListDetail }) {
  const { t, tell } = useTexts();
  const { no, kind, state, proposed, decided, receipt } = list;
  useTitle(`${tell(kind)} ${no}`);
  return (
    <>
      <h1>
        {tell(kind)} <small>{no}</small>
      </h1>
      <Facts
        facts={{
          [t('money.state')]: tell(state),
          [t('archiveLists.proposed')]: namesOf([proposed.by]),
          [t('archives.at')]: <Moment at={proposed.at} />,
          [t('archives.words')]: list.words,
          [t('archiveLists.decided')]: decided && `${namesOf([decided.by])} ${decided.words}`,
          [t('archiveLists.receipt')]: receipt && `${receipt.no} ${receipt.receivedBy}`,
        }}
      />
      <div>
        <Download className="button second" href={addressOf('exportArchiveList', { params: { no } })}>
          {t('archiveLists.export')}
        </Download>
      </div>
      {state.code === 'proposed' && <Acts no={no} isDestruction={kind.code === 'destruction'} />}
      <h2>{t('archiveLists.entries')}</h2>
      <Listing
        caption={t('archiveLists.entries')}
        rows={entries}
        keyOf={({ caseNo }) => caseNo}
        columns={[
          { name: t('archives.no'), show: ({ position }) => position, number: true },
          { name: t('archives.number'), show: archiveNumber },
          { name: t('archives.title'), show: ({ title }) => title },
          { name: t('archives.pieces'), show: ({ pieces }) => pieces, number: true },
        ]}
      />
    </>
  );
}

function Acts({ no, isDestruction }: { readonly no: string; readonly isDestruction: boolean }) {
  const { t } = useTexts();
  const isArchivist = useMay('archivist');
  const isSigner = useMay('countySupervisor', 'countyApprover');
  const words = { name: 'words', kind: 'words', label: t('archives.words'), hint: t('archives.wordsHint') } as const;
  const common = { params: { no }, done: () => t('form.saved') };
  return (
    <>
      {isDestruction && isSigner && (
        <details>
          <summary>{t('archiveLists.sign')}</summary>
          <p className="hint">{t('archiveLists.signHint')}</p>
          <ActForm
            {...common}
            act="signDestruction"
            schema={ArchiveWords}
            fields={[words]}
            submit={t('archiveLists.sign')}
          />
        </details>
      )}
      {!isDestruction && isArchivist && (
        <details>
          <summary>{t('archiveLists.receive')}</summary>
          <ActForm
            {...common}
            act="receiveHandOver"
            schema={HandOverReceipt}
            fields={[
              { name: 'receiptNo', kind: 'text', label: t('archiveLists.receiptNo') },
              { name: 'receivedBy', kind: 'text', label: t('archiveLists.receivedBy') },
              words,
            ]}
            submit={t('archiveLists.receive')}
          />
        </details>
      )}
      {(isArchivist || (isDestruction && isSigner)) && (
        <details>
          <summary>{t('archiveLists.withdraw')}</summary>
          <ActForm
            {...common}
            act="withdrawArchiveList"
            schema={ArchiveWords}
            fields={[words]}
            submit={t('archiveLists.withdraw')}
          />
        </details>
      )}
    </>
  );
}
