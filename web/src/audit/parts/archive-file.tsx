import type { ArchiveFileView } from '../../../../domain/schemas/archives.js';
import { ArchiveWords } from '../../../../domain/schemas/archives.js';
import { useAct } from '../../common/calls/act.js';
import { useAsked } from '../../common/calls/query.js';
import { Refusal } from '../../common/calls/refusal.js';
import { WordsField } from '../../common/form/field.js';
import { useSchemaForm } from '../../common/form/use-schema-form.js';
import { Facts } from '../../common/parts/facts.js';
import { Loaded } from '../../common/parts/loaded.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
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
        <Hold key={String(file.held)} caseNo={file.caseNo} act={file.held ? 'liftArchiveHold' : 'holdArchive'} />
      )}
    </>
  );
}

function Hold({ caseNo, act: name }: { readonly caseNo: string; readonly act: 'holdArchive' | 'liftArchiveHold' }) {
  const { t } = useTexts();
  const act = useAct(name);
  const form = useSchemaForm(ArchiveWords, { words: '' });
  const { id, ...words } = form.field('words');
  return (
    <form
      className="act"
      noValidate
      onSubmit={(event) => void form.handleSubmit((body) => act.mutate({ params: { caseNo }, body }))(event)}
    >
      {act.error && <ProblemBox error={act.error} />}
      <WordsField label={t('archive.why')} id={`archive-${id}`} {...words} />
      <button type="submit" disabled={act.isPending}>
        {t(name === 'holdArchive' ? 'archive.place' : 'archive.lift')}
      </button>
    </form>
  );
}
