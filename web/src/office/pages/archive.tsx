import { Link, useParams } from '@tanstack/react-router';
import { ARCHIVE_APPRAISALS } from '../../../../domain/rules/archives.js';
import { type ArchiveDetail, NewAppraisal } from '../../../../domain/schemas/archives.js';
import { ARCHIVE_APPRAISAL_NAMES } from '../../../../domain/texts/archives.js';
import { addressOf } from '../../common/calls/call.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Day, Moment } from '../../common/parts/moment.js';
import { Download } from '../../common/parts/download.js';
import { ActForm } from '../form/act-form.js';
import { CaseLink } from '../money/links.js';
import { Facts } from '../parts/facts.js';
import { Listing } from '../parts/listing.js';
import { useMay } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** 案卷: a file with its catalogue, what was done with it, and its appraisal. */
export function ArchivePage() {
  const { caseNo } = useParams({ from: '/archives/$caseNo' });
  const detail = useAsked('getArchive', { params: { caseNo } });
  return <Loaded query={detail}>{(told) => <Archive detail={told} />}</Loaded>;
}

function Archive({ detail }: { readonly detail: ArchiveDetail }) {
  const { t, tell } = useTexts();
  const { file, catalogueSha256 } = detail;
  const { caseNo, archiveNo, listNo } = file;
  const may = useMay('archivist');
  useTitle(`${t('rooms.archives')} ${archiveNo}`);
  return (
    <>
      <h1>{archiveNo}</h1>
      <Facts
        facts={{
          [t('archives.title')]: file.title,
          [t('inbox.case')]: <CaseLink caseNo={caseNo} />,
          [t('money.state')]: tell(file.state),
          [t('archives.kind')]: tell(file.kind),
          [t('archives.term')]: tell(file.term),
          [t('archives.closed')]: file.closedOn,
          [t('archives.begins')]: file.termBegins,
          [t('archives.until')]: file.keptUntil ?? t('archives.forGood'),
          [t('archives.appraisal')]: file.appraisal && tell(file.appraisal),
          [t('archives.hold')]: file.held && t('archives.held'),
          [t('archives.list')]: listNo && (
            <Link to="/archive-lists/$no" params={{ no: listNo }}>
              {listNo}
            </Link>
          ),
          [t('archives.digest')]: <code>{catalogueSha256}</code>,
        }}
      />
      <div>
        <Download className="button second" href={addressOf('exportArchive', { params: { caseNo } })}>
          {t('archives.export')}
        </Download>
      </div>
      {may && file.over && file.state.code === 'kept' && <Appraise caseNo={caseNo} />}
      <h2>{t('archives.catalogue')}</h2>
      <Catalogue detail={detail} />
      <h2>{t('archives.acts')}</h2>
      <Acts detail={detail} />
    </>
  );
}

function Appraise({ caseNo }: { readonly caseNo: string }) {
  const { t, tell } = useTexts();
  return (
    <details>
      <summary>{t('archives.appraise')}</summary>
      <ActForm
        act="appraiseArchive"
        params={{ caseNo }}
        schema={NewAppraisal}
        fields={[
          {
            ...{ name: 'appraisal', kind: 'select', label: t('archives.appraisal') },
            options: ARCHIVE_APPRAISALS.map((each) => [each, tell(ARCHIVE_APPRAISAL_NAMES[each])] as const),
          },
          { name: 'words', kind: 'words', label: t('archives.words'), hint: t('archives.wordsHint') },
        ]}
        submit={t('archives.appraise')}
        done={() => t('form.saved')}
      />
    </details>
  );
}

function Catalogue({ detail: { items } }: { readonly detail: ArchiveDetail }) {
  const { t, tell } = useTexts();
  return (
    <Listing
      caption={t('archives.catalogue')}
      rows={items}
      keyOf={({ no }) => String(no)}
      columns={[
        { name: t('archives.no'), show: ({ no }) => no, number: true },
        { name: t('archives.item'), show: ({ kind }) => tell(kind) },
        { name: t('archives.itemNo'), show: ({ number }) => number },
        { name: t('archives.author'), show: ({ author }) => author },
        { name: t('archives.title'), show: ({ title }) => title },
        { name: t('archives.on'), show: ({ on }) => <Day on={on} /> },
        { name: 'SHA-256', show: ({ sha256 }) => <code title={sha256}>{sha256.slice(0, 12)}…</code> },
      ]}
    />
  );
}

function Acts({ detail: { acts } }: { readonly detail: ArchiveDetail }) {
  const { t, tell } = useTexts();
  if (acts.length === 0) return <p className="none">{t('archives.noActs')}</p>;
  return (
    <Listing
      caption={t('archives.acts')}
      rows={acts}
      keyOf={({ act, at }) => `${act.code}/${at}`}
      columns={[
        { name: t('archives.act'), show: ({ act }) => tell(act) },
        { name: t('archives.by'), show: ({ by }) => namesOf([by]) },
        { name: t('archives.at'), show: ({ at }) => <Moment at={at} /> },
        { name: t('archives.list'), show: ({ listNo }) => listNo },
        { name: t('archives.appraisal'), show: ({ appraisal }) => appraisal && tell(appraisal) },
        { name: t('archives.words'), show: ({ words }) => words },
      ]}
    />
  );
}
