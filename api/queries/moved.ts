import type { Stage } from '../../domain/rules/stages.js';
import { Act } from '../../domain/schemas/act.js';
import type { Strand } from '../../domain/schemas/application.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import type { Tx } from '../../prisma/client.js';
import { Refused } from '../problem.js';
import { personsOf } from './persons.js';

/** Where a strand of a case is, as it is recorded. */
export async function stageOf(tx: Tx, caseNo: string, strand: Strand): Promise<Stage> {
  const last = await tx.caseEvent.findFirst({
    where: { caseNo, strand, kind: { in: ['entered', 'closed'] } },
    orderBy: { seq: 'desc' },
  });
  if (last?.kind === 'closed') return 'closed';
  return (last?.body as { stage?: Stage } | undefined)?.stage ?? BEGINNINGS[strand];
}

/** Where a strand is before its first step; what is to be opened again is not opened yet. */
const BEGINNINGS = {
  case: 'submitted',
  review: 'reviewAwaited',
  return: 'closed',
  followUp: 'followUpAwaited',
} as const satisfies Record<Strand, Stage>;

/**
 * The refusal of an act at a stage the case has left: where it is now, who moved it there and when. A notice that
 * waits for the hearing of an objection is told by its own name.
 */
export async function movedOn(tx: Tx, { caseNo, strand, stage }: Left): Promise<Refused> {
  const now = await stageOf(tx, caseNo, strand);
  const { zh, en } = STAGE_NAMES[now];
  const last = await tx.caseEvent.findFirst({ where: { caseNo, strand, kind: 'acted' }, orderBy: { seq: 'desc' } });
  const act = last && Act.parse((last.body as { act: unknown }).act);
  const by = act ? (await personsOf(tx, [act]))(act) : [];
  const moved = { stage: { zh, en }, by, at: last?.at.toISOString() ?? null };
  const isHeard = stage === 'publicNotice' && now === 'objectionHearing';
  return new Refused(isHeard ? 'OBJECTION_OPEN' : 'STAGE_MOVED', { moved });
}

interface Left {
  readonly caseNo: string;
  readonly strand: Strand;
  /** Where the case was when it was looked at. */
  readonly stage: Stage;
}
