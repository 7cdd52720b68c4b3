import type { ErrorCode } from '../../domain/errors.js';
import type { Stage } from '../../domain/rules/stages.js';
import type { Act } from '../../domain/schemas/act.js';
import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { refusalBy } from './refusal.js';
import type { StageDeadline } from './stage-deadline.js';

interface Seen {
  /** By when the household declares it. */
  readonly deadline: StageDeadline;
  readonly inspection: Stage;
  readonly guard?: (act: Act) => ErrorCode | undefined;
}

/**
 * The household declares it done in its time, officials look on the spot: again, where something has to be put right.
 * Answers the inspection that passed it.
 */
export async function seenOnTheSpot(file: ProjectCase, { deadline, inspection, guard }: Seen): Promise<Act | Refusal> {
  for (;;) {
    const declared = await deadline.reached();
    if (!declared) return { kind: 'notCompleted', stage: deadline.stage };
    if (!DECLARES.includes(declared.verdict)) return refusalBy(declared);

    const act = await file.actAt(inspection, { ...(guard && { guard }) });
    if (act.verdict === 'pass') return act;
    if (act.verdict !== 'rectify') return refusalBy(act);
    deadline.rectify();
  }
}

const DECLARES: readonly string[] = ['declareCompletion', 'declareMovedIn', 'declareVacated'];
