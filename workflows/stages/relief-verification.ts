import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { deskChecked } from './desk-check.js';
import { townshipVerification } from './township-verification.js';

/** 三(八): need is looked at on the spot at once; what the databases say is beside it, and judged by whoever decides. */
export async function reliefVerification(file: ProjectCase): Promise<Refusal | undefined> {
  await deskChecked(file);
  return await townshipVerification(file);
}
