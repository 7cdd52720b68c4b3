import type { TimelineEntry } from '../../domain/schemas/case-view.js';

/** Number of the case's last step before a moment: under it stands what happened beside the steps. */
export const seqBefore = (entries: readonly TimelineEntry[], at: Date): number =>
  entries.filter(({ strand, at: then }) => strand === 'case' && Date.parse(then) <= at.getTime()).at(-1)?.seq ?? 0;
