import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { refusalBy } from './refusal.js';

/** 容缺受理: papers promised at submission are in before anything is approved, or the case lapses. */
export async function promisedPapers(file: ProjectCase): Promise<Refusal | undefined> {
  if (!file.papersOwed) return undefined;
  const { terms } = file.dossier;
  const kept = await file.waitAt('promisedPapers', terms.promisedPapers, () => !file.papersOwed, file.submittedAt);
  if (kept === true) return undefined;
  return kept === false ? { kind: 'lapsed', stage: 'promisedPapers' } : refusalBy(kept);
}
