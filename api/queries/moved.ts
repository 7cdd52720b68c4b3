import type { Stage } from '../../domain/rules/stages.js';
import { Act } from '../../domain/schemas/act.js';
import type { Strand } from '../../domain/schemas/application.js';
import type { Problem } from '../../domain/schemas/problem.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import type { Tx } from '../../prisma/client.js';
import { personsOf } from './persons.js';

/** Where a strand of a case is, as it is recorded. */
export async function stageOf(tx: Tx, caseNo: string, strand: Strand): Promise<Stage> {
  const last = await tx.caseEvent.findFirst({
    where: { caseNo, strand, kind: { in: ['entered', 'closed'] } },
    orderBy: { seq: 'desc' },
  });
  if (last?.kind === 'closed') return 'closed';
  return (last?.body as { stage?: Stage } | undefined)?.stage ?? (strand === 'case' ? 'submitted' : 'reviewAwaited');
}

/** Where the case is now, who moved it there and when: for whoever looked at a stale screen. */
export async function movedTo(tx: Tx, caseNo: string, strand: Strand): Promise<NonNullable<Problem['moved']>> {
  const { zh, en } = STAGE_NAMES[await stageOf(tx, caseNo, strand)];
  const last = await tx.caseEvent.findFirst({ where: { caseNo, strand, kind: 'acted' }, orderBy: { seq: 'desc' } });
  if (!last) return { stage: { zh, en }, by: [], at: null };
  const act = Act.parse((last.body as { act: unknown }).act);
  const persons = await personsOf(tx, [act]);
  return { stage: { zh, en }, by: persons(act), at: last.at.toISOString() };
}
