import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { NOTHING_LEFT } from './refusal.js';

/** Before an approval: what was looked at in the household's changes counts; a case that is worth nothing any more ends. */
export async function countedAnew(file: ProjectCase): Promise<Refusal | undefined> {
  return (await file.countAnew()) && file.amountFen === 0 ? NOTHING_LEFT : undefined;
}
