import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { refusalBy } from './refusal.js';

/** 危旧房鉴定: the housing office appraises how dangerous the house is, and its document is on file. */
export async function houseAppraisal(file: ProjectCase): Promise<Refusal | undefined> {
  const act = await file.actAt('houseAppraisal', { guard: file.mustFit });
  if (act.verdict !== 'pass') return refusalBy(act);
  file.setQuantity(act.quantity!);
  return undefined;
}
