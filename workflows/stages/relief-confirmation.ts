import type { Outcome } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';

/** What a county that says nothing of it gives a second officer. */
const TEN_DAYS = { workingDays: 10 };

/**
 * 事后确认: a second officer, who has not acted in the case, confirms what was paid; refused, or not confirmed in time,
 * the money is claimed back. A change in the household undoes nothing that was paid, unless the programme says
 * that it comes back.
 */
export async function reliefConfirmation(file: ProjectCase): Promise<Outcome | undefined> {
  const { reliefConfirmation: term = TEN_DAYS } = file.dossier.terms;
  const from = file.now();
  for (;;) {
    const act = await file.actWithin('reliefConfirmation', term, { from });
    if (act?.verdict === 'confirm') return undefined;
    if (act?.verdict === 'close' && file.changes.endedBy !== 'recover') continue;
    const { amountFen } = file;
    file.note({ kind: 'recoveryOpened', amountFen, cause: 'notConfirmed' });
    return { kind: 'notConfirmed', amountFen, ...(act?.reasonCode !== undefined && { reasonCode: act.reasonCode }) };
  }
}
