import { firstPartFen } from '../../domain/rules/resettlement.js';
import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { disbursement } from './disbursement.js';

/** 首期: a share of the subsidy when the agreement is signed, where the county pays one. */
export async function firstInstalment(file: ProjectCase): Promise<Refusal | undefined> {
  return await paidBefore(file, file.dossier.housing?.firstInstalmentBasisPoints);
}

/** 首期: the same when the works begin. */
export async function worksInstalment(file: ProjectCase): Promise<Refusal | undefined> {
  return await paidBefore(file, file.dossier.housing?.worksFirstInstalmentBasisPoints);
}

async function paidBefore(file: ProjectCase, basisPoints = 0): Promise<Refusal | undefined> {
  const amountFen = firstPartFen(file.amountFen, basisPoints);
  if (amountFen === 0) return undefined;
  return await disbursement(file, { amountFen, instalment: 1 });
}

/** 足额拨付: what is left of the subsidy, or all of it. */
export async function finalInstalment(file: ProjectCase): Promise<Refusal | undefined> {
  const amountFen = file.amountFen - file.paidFen;
  return await disbursement(file, { amountFen, ...(file.paidFen > 0 && { instalment: 2 }) });
}

/** 足额拨付: the subsidy, at once. What was kept back of it for claims is claimed back where the rest comes to nothing. */
export async function wholeSubsidy(file: ProjectCase): Promise<Refusal | undefined> {
  return claimedBack(file, await disbursement(file, { amountFen: file.amountFen }));
}

/** 追缴: what was paid in a case that comes to nothing has to come back; not where the programme says it only stops. */
export function claimedBack(file: ProjectCase, refusal: Refusal | undefined): Refusal | undefined {
  const onlyStops = refusal?.kind === 'closedForChange' && file.changes.endedBy === 'stop';
  if (!refusal || onlyStops || file.paidFen === 0) return refusal;
  const cause = refusal.kind === 'withdrawn' ? 'withdrawn' : 'notCompleted';
  file.note({ kind: 'recoveryOpened', amountFen: file.paidFen, cause });
  return refusal;
}
