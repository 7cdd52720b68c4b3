import type { Tx } from '../../prisma/client.js';
import type { TaskModel as Task } from '../../prisma/generated/models.js';
import type { Strand } from '../../domain/schemas/application.js';
import type { TimelineEntry } from '../../domain/schemas/case-view.js';
import type { Stage } from '../../domain/rules/stages.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';

interface Entered {
  readonly strand: Strand;
  readonly seq: number;
  readonly stage: Stage;
  readonly at: Date;
}

/** By when the tasks of a case were to be done, and which of them were found overdue. */
export async function taskTimes(tx: Tx, caseNo: string) {
  const tasks = await tx.task.findMany({ where: { caseNo } });
  const taskOf = ({ strand, stage, at }: Omit<Entered, 'seq'>): Task | undefined =>
    tasks.find((task) => task.strand === strand && task.stage === stage && task.openedAt.getTime() === at.getTime());
  return {
    dueAt: (entered: Entered): Date | null => taskOf(entered)?.dueAt ?? null,
    overdue: (entered: Entered): TimelineEntry[] => {
      const overdueAt = taskOf(entered)?.overdueAt;
      return overdueAt ? [overdueEntry(entered, overdueAt)] : [];
    },
  };
}

const overdueEntry = ({ strand, seq, stage }: Entered, overdueAt: Date): TimelineEntry => ({
  ...{ strand, seq, kind: 'overdue', at: overdueAt.toISOString() },
  text: {
    zh: `“${STAGE_NAMES[stage].zh}”超期，已提请督办`,
    en: `“${STAGE_NAMES[stage].en}” is overdue: the supervisor was told`,
  },
  ...{ who: [], words: null, dueAt: null, amountFen: null },
});
