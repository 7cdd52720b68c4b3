import type { PaperView } from '../../../../domain/schemas/paper.js';
import { Moment } from '../../common/parts/moment.js';
import { useTexts } from '../texts/use-texts.js';

/** Papers with a look at each; the whole opens beside. */
export function Papers({ papers }: { readonly papers: readonly PaperView[] }) {
  const { t, tell } = useTexts();
  if (papers.length === 0) return <p className="none">{t('papers.none')}</p>;
  return (
    <ul className="papers">
      {papers.map(({ id, name, contentType, uploadedAt }) => (
        <li key={id}>
          <a href={`/api/papers/${id}`} target="_blank" rel="noreferrer">
            {contentType.startsWith('image/') ? <img src={`/api/papers/${id}`} alt="" loading="lazy" /> : null}
            <span>{tell(name)}</span>
          </a>
          <small>
            <Moment at={uploadedAt} />
          </small>
        </li>
      ))}
    </ul>
  );
}
