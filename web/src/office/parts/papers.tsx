import type { Bilingual } from '../../../../domain/schemas/common.js';
import type { PaperView } from '../../../../domain/schemas/paper.js';
import { Moment } from '../../common/parts/moment.js';
import { useTexts } from '../texts/use-texts.js';

interface Tile {
  readonly id: string;
  readonly name: Bilingual;
  readonly contentType: string;
  readonly uploadedAt: string;
}

/** Papers with a look at each; the whole opens beside. */
export function Papers({ papers }: { readonly papers: readonly PaperView[] }) {
  const { t } = useTexts();
  if (papers.length === 0) return <p className="none">{t('papers.none')}</p>;
  return <PaperTiles address="/api/papers" papers={papers} />;
}

/** Files below an address, each with when it came. */
export function PaperTiles({ address, papers }: { readonly address: string; readonly papers: readonly Tile[] }) {
  const { tell } = useTexts();
  return (
    <ul className="papers">
      {papers.map(({ id, name, contentType, uploadedAt }) => (
        <li key={id}>
          <a href={`${address}/${id}`} target="_blank" rel="noreferrer">
            {contentType.startsWith('image/') && <img src={`${address}/${id}`} alt="" loading="lazy" />}
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
