import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { seenOnTheSpot } from './seen-on-the-spot.js';
import { StageDeadline } from './stage-deadline.js';

/** 一户一宅: the old homestead is settled as the county's rule says, within its term, and that is seen on the spot. */
export async function oldHomestead(file: ProjectCase): Promise<Refusal | undefined> {
  const deadline = new StageDeadline(file, 'oldHomestead', file.dossier.housing!.oldHomestead);
  const seen = await seenOnTheSpot(file, { deadline, inspection: 'homesteadInspection' });
  return 'kind' in seen ? seen : undefined;
}
