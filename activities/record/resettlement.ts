import type { Transition } from '../../domain/schemas/transition.js';
import { releasePlace } from '../../prisma/resettlement.js';
import type { RecordedCase } from './recorded-case.js';

type Of<K extends Transition['kind']> = Extract<Transition, { kind: K }>;

/** The plot that was offered is not taken up. */
export const release = ({ tx, caseNo }: RecordedCase): Promise<void> => releasePlace(tx, caseNo);

/** 退出协议: a case that comes to nothing leaves its plot to others. */
export async function releaseAtEnd({ tx, caseNo, strand }: RecordedCase, { outcome }: Of<'closed'>): Promise<void> {
  if (strand === 'case' && outcome.kind !== 'completed') await releasePlace(tx, caseNo);
}
