import { houseAfter, OPEN_HOUSES } from '../../domain/rules/homestead.js';
import type { Transition } from '../../domain/schemas/transition.js';
import type { RecordedCase } from './recorded-case.js';

type Of<K extends Transition['kind']> = Extract<Transition, { kind: K }>;

/** 危旧房鉴定: the grade stands in the ledger of houses. */
export async function appraise({ tx, caseNo }: RecordedCase, { act }: Of<'acted'>): Promise<void> {
  if (act.stage !== 'houseAppraisal' || act.verdict !== 'pass') return;
  await tx.house.updateMany({ where: { caseNo }, data: { grade: act.quantity! } });
}

/** 改造一户、销档一户: with the end of the case the entry is closed, or waits for another case. */
export async function closeEntry({ tx, caseNo, strand }: RecordedCase, { outcome, at }: Of<'closed'>): Promise<void> {
  if (strand !== 'case') return;
  const house = await tx.house.findUnique({ where: { caseNo } });
  if (house?.state !== 'renovating' && house?.state !== 'relocating') return;
  const { id, grade, foundById, state: measure } = house;
  const state = houseAfter({ state: measure, isUnsafe: grade !== null || foundById !== null }, outcome);
  const isOpen = OPEN_HOUSES.includes(state);
  await tx.house.update({ where: { id }, data: { state, closedAt: isOpen ? null : new Date(at) } });
}
