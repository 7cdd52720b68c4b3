import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';

export type ReviewableStage = (file: ProjectCase) => Promise<Refusal | undefined>;

/**
 * 救济途径: after a refusal the household may ask once for an internal review, heard by an office that has not acted.
 * Overturned, the stage is done again by somebody else: by itself, where it was done for many at once.
 */
export async function withInternalReview(
  file: ProjectCase,
  stage: ReviewableStage,
  again = stage,
): Promise<Refusal | undefined> {
  const refusal = await stage(file);
  if (refusal?.kind !== 'refused') return refusal;

  const request = await file.actWithin('refused', file.dossier.terms.internalReview);
  if (request?.verdict !== 'requestReview') return refusal;
  const review = await file.actAt('internalReview');
  if (review.verdict !== 'overturn') return refusal;

  file.overturn(refusal.stage);
  return await again(file);
}
