import type { ReviewAnswer } from '../../../../domain/rules/review-answers.js';
import type { Problem } from '../../../../domain/schemas/problem.js';
import type { WaitingPaper } from '../draft/draft.js';

/**
 * What somebody has written and photographed for a step of a running case, as the phone keeps it until the step is
 * taken. Photographs leave when there is a network, each with a key of its own, so that each arrives once.
 */
export interface StepWork {
  readonly id: string;
  /** The identity that it belongs to. */
  readonly owner: string;
  readonly applicationId: string;
  readonly words: string;
  /** In the unit of the measure, as it was written; nothing while it is as before. */
  readonly quantity?: string;
  /** To what the review looks at, by its place. */
  readonly answers: Readonly<Record<number, ReviewAnswer>>;
  /** Of the service, from 1 to 5; nothing before one is chosen. */
  readonly level?: number;
  /** Who is to be paid in its place; nothing before one is chosen. */
  readonly payeeId?: string;
  /** Those that wait to be sent. */
  readonly photos: readonly WaitingPaper[];
  /** Kinds and IDs of those that have arrived. */
  readonly arrived: readonly { readonly id: string; readonly kind: string }[];
  /** Why the server took none of the last photograph. */
  readonly refused?: { readonly kind: string; readonly problem: Problem };
}

export const newStepWork = (begun: Pick<StepWork, 'id' | 'owner' | 'applicationId'>): StepWork => ({
  ...begun,
  ...{ words: '', answers: {}, photos: [], arrived: [] },
});

export function withPhoto({ refused: _refused, ...work }: StepWork, photo: WaitingPaper): StepWork {
  return { ...work, photos: [...work.photos, photo] };
}

export const withoutPhoto = (work: StepWork, key: string): StepWork => ({
  ...work,
  photos: work.photos.filter((photo) => photo.key !== key),
});
