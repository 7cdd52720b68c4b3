import type { JointNoticeDetail } from '../../../../domain/schemas/joint-notice.js';
import { PaperTiles } from '../parts/papers.js';

/** A photograph among the papers of a bundle. */
type Photograph = NonNullable<JointNoticeDetail['posting']>['photographs'][number];

/** Papers of a bundle, named by their kind. */
export const BundlePaperTiles = ({ papers }: { readonly papers: readonly Photograph[] }) => (
  <PaperTiles address="/api/bundle-papers" papers={papers.map((paper) => ({ ...paper, name: paper.kind }))} />
);
