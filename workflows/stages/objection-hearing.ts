import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { refusalBy } from './refusal.js';

/** 异议处理: each objection is heard by an office that did not act, and ends in a reasoned written result. */
export async function hearObjections(file: ProjectCase): Promise<Refusal | 'amended' | undefined> {
  for (let subject = file.nextObjection(); subject; subject = file.nextObjection()) {
    const act = await file.actAt('objectionHearing', { subject, guard: file.mustFit });
    if (act.verdict === 'amend') {
      file.setQuantity(act.quantity!);
      return 'amended';
    }
    if (act.verdict !== 'dismiss') return refusalBy(act);
  }
  return undefined;
}
