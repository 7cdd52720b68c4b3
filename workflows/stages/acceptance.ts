import { acceptedFen } from '../../domain/rules/amounts.js';
import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { seenOnTheSpot } from './seen-on-the-spot.js';
import { projectDeadline } from './stage-deadline.js';

/** 验收: the household declares it done; two inspectors accept a quantity, and the amount is computed anew from it. */
export async function acceptance(file: ProjectCase): Promise<Refusal | undefined> {
  const accepted = await seenOnTheSpot(file, {
    ...{ deadline: projectDeadline(file), inspection: 'acceptanceInspection', guard: file.mustFit },
  });
  if ('kind' in accepted) return accepted;
  const quantity = accepted.quantity!;
  file.setQuantity(quantity, acceptedFen(file.dossier.standard, quantity, file.amountFen));
  return undefined;
}
