import type { JointNoticeDetail } from '../../../../domain/schemas/joint-notice.js';
import { useTexts } from '../texts/use-texts.js';
import { BundlePaperTiles } from './photographs.js';

interface Shown {
  readonly title: string;
  readonly record: JointNoticeDetail['posting'];
}

/** What was recorded on the village board: day, witness, photographs; nothing before it was. */
export function BoardRecord({ title, record }: Shown) {
  const { t } = useTexts();
  if (!record) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {record.said !== '' && <p className="said">{record.said}</p>}
      {record.photographs.length === 0 ? (
        <p className="none">{t('papers.none')}</p>
      ) : (
        <BundlePaperTiles papers={record.photographs} />
      )}
    </section>
  );
}
