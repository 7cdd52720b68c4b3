import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { seenOnTheSpot } from './seen-on-the-spot.js';
import { StageDeadline } from './stage-deadline.js';

/** 搬迁入住: the household says that it has moved in, two officials see it on the spot. */
export async function movingIn(file: ProjectCase): Promise<Refusal | undefined> {
  const deadline = new StageDeadline(file, 'movingIn', file.dossier.housing!.movingIn);
  const seen = await seenOnTheSpot(file, { deadline, inspection: 'movingInInspection' });
  return 'kind' in seen ? seen : undefined;
}
