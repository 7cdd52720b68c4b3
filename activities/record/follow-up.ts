import type { FollowUpCommission } from '../../domain/schemas/application.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { dossierOf } from './dossier.js';
import type { RecordedCase } from './recorded-case.js';

type Of<K extends Transition['kind']> = Extract<Transition, { kind: K }>;

/** 搬迁后续帮扶 is commissioned when a relocation is completed: a row first, then a workflow started from it. */
export async function commissionFollowUp(file: RecordedCase, { outcome }: Of<'closed'>): Promise<void> {
  const { tx, caseNo, strand, row, programme, policy } = file;
  if (programme.workflow !== 'relocation' || strand !== 'case' || outcome.kind !== 'completed') return;
  const visits = policy.housing.followUpVisits;
  const input: FollowUpCommission = { ...(await dossierOf(tx, row)), strand: 'followUp', visits };
  await tx.followUp.create({ data: { caseNo, input: { ...input } as object } });
}
