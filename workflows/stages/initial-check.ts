import { isBlocked } from '../../domain/rules/desk-findings.js';
import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { correction } from './correction.js';
import { deskChecked } from './desk-check.js';
import { refusalBy } from './refusal.js';

/** 六(四) 扶贫办初核: the system compares, the county office decides, and may return the papers as often as it must. */
export async function initialCheck(file: ProjectCase): Promise<Refusal | undefined> {
  for (;;) {
    const findings = await deskChecked(file);
    const act = await file.actAt('initialCheck', {
      guard: ({ verdict }) => (verdict === 'pass' && isBlocked(findings) ? 'BLOCKED_BY_FINDING' : undefined),
    });
    if (act.verdict === 'pass') return undefined;
    if (act.verdict !== 'return') return refusalBy(act);
    const lapse = await correction(file);
    if (lapse) return lapse;
  }
}
