import type { Outcome } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { refusalBy } from './refusal.js';

/** 长期租赁、廉租房、公益房: the housing office has found a home for the household, and has seen it move in. */
export async function otherHousing(file: ProjectCase): Promise<Outcome> {
  const act = await file.actAt('otherHousing');
  return act.verdict === 'housed' ? { kind: 'housedOtherwise' } : refusalBy(act);
}
