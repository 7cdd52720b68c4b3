import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { refusalBy } from './refusal.js';
import { StageDeadline } from './stage-deadline.js';

/** 住房即时救助: works begin within their time; photographs show the house before. */
export async function worksStart(file: ProjectCase): Promise<Refusal | undefined> {
  const { worksStart: term } = file.dossier.housing!;
  const act = await new StageDeadline(file, 'worksStart', term).reached();
  if (!act) return { kind: 'notCompleted', stage: 'worksStart' };
  return act.verdict === 'declareStart' ? undefined : refusalBy(act);
}
