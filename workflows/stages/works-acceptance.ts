import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { seenOnTheSpot } from './seen-on-the-spot.js';
import { projectDeadline } from './stage-deadline.js';

/** 竣工验收: the household declares the works done; two of the housing office accept them on the spot. */
export async function worksAcceptance(file: ProjectCase): Promise<Refusal | undefined> {
  const accepted = await seenOnTheSpot(file, { deadline: projectDeadline(file), inspection: 'worksAcceptance' });
  return 'kind' in accepted ? accepted : undefined;
}
