import type { ErrorCode } from '../../domain/errors.js';
import { isBlocked } from '../../domain/rules/desk-findings.js';
import type { Act } from '../../domain/schemas/act.js';
import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { numberDecision } from '../world.js';
import { countedAnew } from './counted-anew.js';
import { correction } from './correction.js';
import { deskChecked } from './desk-check.js';
import { reserved } from './project-approval.js';
import { refusalBy } from './refusal.js';

/**
 * 三(八) 非定期、非定量: one officer decides with his reasons on the quantity, or, where there is no formula, on the
 * amount, within the limit. What it costs is set aside and committed at once, or the case stays where it is.
 */
export async function reliefDecision(file: ProjectCase): Promise<Refusal | undefined> {
  for (;;) {
    const findings = await deskChecked(file);
    const act = await file.actAt('reliefDecision', { guard: (given) => obstacle(file, findings, given) });
    if (act.verdict === 'grant') {
      file.setQuantity(act.quantity!);
      const ended = await countedAnew(file);
      if (ended) return ended;
      if (await reserved(file)) return await decided(file);
    } else if (act.verdict === 'return') {
      const lapse = await correction(file);
      if (lapse) return lapse;
    } else return refusalBy(act);
  }
}

function obstacle(file: ProjectCase, findings: readonly string[], act: Act): ErrorCode | undefined {
  if (act.verdict !== 'grant') return undefined;
  if (!file.changes.allSettled) return 'CHANGE_OPEN';
  return isBlocked(findings) ? 'BLOCKED_BY_FINDING' : file.mustFit(act);
}

async function decided(file: ProjectCase): Promise<undefined> {
  const { caseNo } = file.dossier;
  const decisionNo = file.recalled('decided')?.decisionNo ?? (await numberDecision(caseNo));
  file.note({ kind: 'decided', decisionNo, amountFen: file.amountFen });
}
