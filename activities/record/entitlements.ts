import type { Application } from '../../domain/schemas/application.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { endEntitlement, grant } from '../../prisma/entitlements.js';
import { moveCommitment } from '../../prisma/commitments.js';
import type { RecordedCase } from './recorded-case.js';

type Of<K extends Transition['kind']> = Extract<Transition, { kind: K }>;

/** Granted: from now on a sweep makes a run for each period. */
export async function granted(
  { tx, caseNo, programme }: RecordedCase,
  { decisionNo, at }: Of<'granted'>,
): Promise<void> {
  const row = await tx.case.update({ where: { caseNo }, data: { decisionNo } });
  await grant(tx, { row, programme, decisionNo, at: new Date(at) });
}

/** 占用指标: what the period costs. */
export async function commitPeriod(
  { tx, caseNo, strand }: RecordedCase,
  { seq }: Of<'periodCommitted'>,
): Promise<void> {
  await moveCommitment(tx, caseNo, 'committed', { key: `${caseNo}/${strand}/${seq}` });
}

/** A run that found that it holds no longer, or that a change in the household closed, is the last. */
export async function endWithRun({ tx, keyring, row }: RecordedCase, { outcome, at }: Of<'closed'>): Promise<void> {
  const { run } = row.input as unknown as Application;
  if (!run) return;
  const end =
    outcome.kind === 'entitlementEnded' ? outcome.end : outcome.kind === 'closedForChange' && 'householdChanged';
  if (end) await endEntitlement(tx, keyring, run.entitlementNo, { end, at: new Date(at) });
}
