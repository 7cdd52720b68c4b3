import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { reserve } from '../world.js';
import { countedAnew } from './counted-anew.js';
import { correction } from './correction.js';
import { refusalBy } from './refusal.js';

/** 六(四) 立项: a named approver proposes the project; what it costs is set aside, or it stays where it is. */
export async function projectApproval(file: ProjectCase): Promise<Refusal | undefined> {
  for (;;) {
    const act = await file.actAt('projectApproval', {
      guard: ({ verdict }) => (verdict === 'pass' && !file.changes.allSettled ? 'CHANGE_OPEN' : undefined),
    });
    if (act.verdict === 'pass') {
      const ended = await countedAnew(file);
      if (ended) return ended;
      if (await reserved(file)) return undefined;
    } else if (act.verdict === 'return') {
      const lapse = await correction(file, file.quantity);
      if (lapse) return lapse;
    } else return refusalBy(act);
  }
}

/** Sets the amount aside from the allotment; false where too little is left. */
export async function reserved(file: ProjectCase): Promise<boolean> {
  const { amountFen } = file;
  const answer = file.recalled('reserved', 'allotmentShort') ?? (await reserve(file.dossier.caseNo, amountFen));
  if (answer.kind === 'reserved') file.note({ kind: 'reserved', amountFen });
  else file.note({ kind: 'allotmentShort', amountFen, ...(answer.of && { of: [...answer.of] }) });
  return answer.kind === 'reserved';
}
