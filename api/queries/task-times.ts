import type { Stage } from '../../domain/rules/stages.js';
import type { Strand } from '../../domain/schemas/application.js';
import type { TimelineEntry } from '../../domain/schemas/case-view.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import type { Tx } from '../../prisma/client.js';
import type { TaskModel as Task } from '../../prisma/generated/models.js';

/** A stage when the case came to it. */
export interface Entered {
  readonly strand: Strand;
  readonly seq: number;
  readonly stage: Stage;
  readonly at: Date;
}

interface TaskTimes {
  /** By when what was asked at a stage was to be done. */
  readonly dueAt: (entered: Entered) => Date | null;
  /** Stages that were found overdue: on record, whatever came after. */
  readonly overdue: TimelineEntry[];
}

/** The tasks that a case brought, by the stages at which they were opened. */
export async function taskTimes(tx: Tx, caseNo: string, stages: readonly Entered[]): Promise<TaskTimes> {
  const tasks = await tx.task.findMany({ where: { caseNo } });
  const taskOf = ({ strand, stage, at }: Entered): Task | undefined =>
    tasks.find((task) => task.strand === strand && task.stage === stage && task.openedAt.getTime() === at.getTime());
  return {
    dueAt: (entered) => taskOf(entered)?.dueAt ?? null,
    overdue: stages.flatMap((entered) => overdueEntry(entered, taskOf(entered)?.overdueAt)),
  };
}

function overdueEntry({ strand, seq, stage }: Entered, overdueAt: Date | null | undefined): TimelineEntry[] {
  if (!overdueAt) return [];
  const { zh, en } = STAGE_NAMES[stage];
  const text = { zh: `“${zh}”超期，已提请督办`, en: `“${en}” is overdue: the supervisor was told` };
  const at = overdueAt.toISOString();
  return [{ strand, seq, kind: 'overdue', at, text, who: [], words: null, dueAt: null, amountFen: null }];
}
