import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { countedAnew } from './counted-anew.js';
import { correction } from './correction.js';
import { refusalBy } from './refusal.js';

/** A named approver grants what is paid period after period; its money is set aside when a period is due. */
export async function entitlementApproval(file: ProjectCase): Promise<Refusal | undefined> {
  for (;;) {
    const act = await file.actAt('entitlementApproval', {
      guard: ({ verdict }) => (verdict === 'pass' ? file.obstacleToPaying : undefined),
    });
    if (act.verdict === 'pass') return await countedAnew(file);
    if (act.verdict !== 'return') return refusalBy(act);
    const lapse = await correction(file, file.quantity);
    if (lapse) return lapse;
  }
}
