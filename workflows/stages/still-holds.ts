import type { Outcome } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { checkEntitlement } from '../world.js';

/**
 * 动态管理: whether the entitlement still holds as the register has it now. Changes in the household that nobody has
 * looked at since the last period are tasks of this one: nothing is paid before they are settled.
 */
export async function stillHolds(file: ProjectCase): Promise<Outcome | undefined> {
  const known = file.recalled('entitlementChecked');
  const { end, changes, recused } = known
    ? { end: known.end, changes: [], recused: file.recused }
    : await checkEntitlement(file.dossier.caseNo);
  file.recused = recused;
  file.note({ kind: 'entitlementChecked', ...(end && { end }) });
  for (const changeId of changes) file.changed(changeId);
  return end && { kind: 'entitlementEnded', end };
}
