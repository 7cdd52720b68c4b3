import { isBlocked } from '../../domain/rules/desk-findings.js';
import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { deskCheck } from '../world.js';
import { initialCheck } from './initial-check.js';
import { refusalBy } from './refusal.js';

/**
 * 捆绑申报: what was endorsed and checked for the whole bundle stands in each of its cases, with what the databases say
 * of this one now; so does that a household has taken its application back before its case began. A household about which
 * something blocking turns up since then is checked by itself.
 */
export async function decidedTogether(file: ProjectCase): Promise<Refusal | undefined> {
  const known = file.recalled('deskChecked');
  const { findings, recused } = known ? { ...known, recused: file.recused } : await deskCheck(file.dossier.caseNo);
  file.recused = recused;
  file.note({ kind: 'deskChecked', findings: [...findings] });
  for (const decided of file.dossier.bundle?.acts ?? []) {
    const act = await file.decidedElsewhere(decided);
    if (act.verdict !== 'pass') return refusalBy(act);
  }
  return isBlocked(findings) ? await initialCheck(file) : undefined;
}
