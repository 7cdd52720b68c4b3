import type { Refusal } from '../../domain/schemas/outcome.js';
import type { CaseFile } from '../case-file.js';
import { refusalBy } from './refusal.js';

/** 退汇更正: the household, or who keeps the register of payees, puts its account right. */
export async function accountCorrection(file: CaseFile): Promise<Refusal | undefined> {
  const act = await file.actAt('accountCorrection');
  return act.verdict === 'confirmAccount' ? undefined : refusalBy(act);
}
