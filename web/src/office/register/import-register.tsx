import { UploadForm } from '../form/upload-form.js';
import { Rejections } from '../parts/rejections.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

/** The county's register as a file: the good rows are kept, the others told by line. */
export function ImportRegister() {
  const { t } = useTexts();
  if (!useMay('administrator')) return null;
  return (
    <details className="filters">
      <summary>{t('register.import')}</summary>
      <UploadForm
        act="importRegister"
        asked={{ body: {} }}
        label={t('register.file')}
        hint={t('register.fileHint')}
        accept=".csv,.xlsx"
        submit={t('register.import')}
        done={({ lines, changed, rejected, rejections }) => (
          <>
            <p>{t('register.imported', { lines, changed })}</p>
            <Rejections rejected={rejected} rejections={rejections} />
          </>
        )}
      />
    </details>
  );
}
