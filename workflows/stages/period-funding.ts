import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { reserved } from './project-approval.js';
import { refusalBy } from './refusal.js';

/** What the period costs is set aside and committed; where too little is left it waits for whoever finds money. */
export async function periodFunding(file: ProjectCase): Promise<Refusal | undefined> {
  while (!(await reserved(file))) {
    const act = await file.actAt('periodFunding');
    if (act.verdict !== 'pass') return refusalBy(act);
  }
  file.note({ kind: 'periodCommitted', amountFen: file.amountFen });
  return undefined;
}
