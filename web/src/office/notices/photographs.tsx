import type { JointNoticeDetail } from '../../../../domain/schemas/joint-notice.js';
import { Moment } from '../../common/parts/moment.js';
import { useTexts } from '../texts/use-texts.js';

/** A photograph among the papers of a bundle. */
export type Photograph = NonNullable<JointNoticeDetail['posting']>['photographs'][number];

/** Photographs with when they came; the whole opens beside. */
export function Photographs({ papers }: { readonly papers: readonly Photograph[] }) {
  const { tell } = useTexts();
  return (
    <ul className="papers">
      {papers.map(({ id, kind, contentType, uploadedAt }) => (
        <li key={id}>
          <a href={`/api/bundle-papers/${id}`} target="_blank" rel="noreferrer">
            {contentType.startsWith('image/') && <img src={`/api/bundle-papers/${id}`} alt="" loading="lazy" />}
            <span>{tell(kind)}</span>
          </a>
          <small>
            <Moment at={uploadedAt} />
          </small>
        </li>
      ))}
    </ul>
  );
}
