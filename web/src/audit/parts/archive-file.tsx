import { type ArchiveFileView, ArchiveWords } from '../../../../domain/schemas/archives.js';
import { useAsked } from '../../common/calls/query.js';
import { Refusal } from '../../common/calls/refusal.js';
import { Facts } from '../../common/parts/facts.js';
import { Loaded } from '../../common/parts/loaded.js';
import { WordsAct } from '../../common/parts/words-act.js';
import { useTexts } from '../texts/use-texts.js';

/** 案卷 of a case, which an auditor holds back from being destroyed, and lets go again. */
export function ArchiveFile({ caseNo }: { readonly caseNo: string }) {
  const { t } = useTexts();
  const archive = useAsked('getArchive', { params: { caseNo } });
  if (archive.error instanceof Refusal && archive.error.is('NOT_FOUND'))
    return <p className="none">{t('archive.none')}</p>;
  return <Loaded query={archive}>{({ file }) => <File file={file} />}</Loaded>;
}

function File({ file }: { readonly file: ArchiveFileView }) {
  const { t, tell } = useTexts();
  return (
    <>
      <Facts
        facts={{
          [t('archive.number')]: file.archiveNo,
          [t('archive.state')]: tell(file.state),
          [t('archive.term')]: tell(file.term),
          [t('archive.until')]: file.keptUntil,
          [t('archive.hold')]: file.held && t('archive.held'),
        }}
      />
      {file.state.code === 'kept' && (
        <WordsAct
          key={String(file.held)}
          act={file.held ? 'liftArchiveHold' : 'holdArchive'}
          params={{ caseNo: file.caseNo }}
          schema={ArchiveWords}
          label={t('archive.why')}
          submit={t(file.held ? 'archive.lift' : 'archive.place')}
        />
      )}
    </>
  );
}
