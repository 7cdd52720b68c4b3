import { patched } from '@temporalio/workflow';
import type { KeptBack } from '../../activities/contract.js';
import { setOff } from '../world.js';
import type { Part, PayingCase } from './paying-case.js';

/**
 * 抵扣: what is left of a part when what the household owes under claims is kept back of it, where officials have ordered
 * that. What is kept back counts as paid.
 */
export async function lessKeptBack(file: PayingCase, reference: string, part: Part): Promise<Part> {
  if (!file.keepsBack || !patched('set-off')) return part;
  const claims = await keptBack(file, reference, part);
  if (claims.length === 0) return part;
  file.note({ kind: 'setOff', reference, claims: [...claims] });
  const keptFen = claims.reduce((sum, { amountFen }) => sum + amountFen, 0);
  file.paidFen += keptFen;
  return { ...part, amountFen: part.amountFen - keptFen };
}

async function keptBack(file: PayingCase, reference: string, { amountFen }: Part): Promise<readonly KeptBack[]> {
  const known = file.recalled('setOff', 'paymentOrdered');
  if (known) return known.kind === 'setOff' ? known.claims : [];
  return await setOff({ caseNo: file.dossier.caseNo, reference, amountFen });
}
