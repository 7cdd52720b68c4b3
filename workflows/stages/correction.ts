import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { refusalBy } from './refusal.js';

/**
 * 一次性告知: all defects in one notice; not corrected in time, the case lapses.
 * `atMost`: what was verified on the spot; nobody corrects it upwards.
 */
export async function correction(file: ProjectCase, atMost = Infinity): Promise<Refusal | undefined> {
  const act = await file.actWithin('correction', file.dossier.terms.correction, {
    guard: (handIn) => ((handIn.quantity ?? 0) > atMost ? 'QUANTITY_OUT_OF_RANGE' : file.mustFit(handIn)),
  });
  if (!act) return { kind: 'lapsed', stage: 'correction' };
  if (act.verdict !== 'handIn') return refusalBy(act);
  if (act.quantity !== undefined && act.quantity !== file.quantity) file.setQuantity(act.quantity);
  return undefined;
}
