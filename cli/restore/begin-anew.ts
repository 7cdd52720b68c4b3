import type { Application, RecordedWay, ReturnCommission } from '../../domain/schemas/application.js';
import { workflowIdOf, workflowTypeOf } from '../../platform/running-cases.js';
import { TASK_QUEUE } from '../../platform/temporal.js';
import { beginningOf } from '../../prisma/case-beginnings.js';
import type { Tx } from '../../prisma/client.js';
import { recordsOf, stepOf } from './compare.js';
import type { Ground } from './ground.js';
import type { StrandOf } from './stories.js';
import type { Anew } from './try-anew.js';
import { untell } from './untell.js';

/** A strand whose workflow is to be begun anew from its records. */
export interface StrandAnew extends Anew, StrandOf {}

/** What a workflow is begun anew with; undefined where its strand has come to its end, or was never begun. */
export async function anewOf(tx: Tx, strandOf: StrandOf): Promise<StrandAnew | undefined> {
  const { caseNo, strand } = strandOf;
  const begun = await begunWith(tx, strandOf);
  if (!begun) return undefined;
  const { input, beganAt } = begun;
  const events = (await recordsOf(tx, strandOf)).filter(({ seq }) => seq >= (input.firstSeq ?? 1));
  if (events.length === 0 || events.at(-1)!.kind === 'closed') return undefined;
  const recorded: RecordedWay = {
    beganAt,
    steps: events.map(stepOf),
    dueAt: Object.fromEntries(events.flatMap(({ seq, dueAt }) => (dueAt ? [[seq, dueAt.getTime()]] : []))),
    recused: input.recused ?? (await relatedTo(tx, caseNo)),
  };
  const workflowId = workflowIdOf(caseNo, strand);
  return { caseNo, strand, type: workflowTypeOf({ ...input, strand }), workflowId, input: { ...input, recorded } };
}

/** Begins it anew in place of the run that knows less; what it may have been told since is told again. */
export async function beginAnew({ client, db }: Ground, { caseNo, strand, ...anew }: StrandAnew): Promise<void> {
  await client.workflow.start(anew.type, {
    ...{ taskQueue: TASK_QUEUE, workflowId: anew.workflowId, args: [anew.input] },
    ...{ workflowIdReusePolicy: 'ALLOW_DUPLICATE', workflowIdConflictPolicy: 'TERMINATE_EXISTING' },
  });
  await db.$transaction((tx) => untell(tx, { caseNo, strand }));
}

type Input = Partial<Pick<ReturnCommission, 'firstSeq' | 'recused'> & Pick<Application, 'workflow'>> & object;

async function begunWith(tx: Tx, { caseNo, strand }: StrandOf): Promise<{ input: Input; beganAt: number } | undefined> {
  if (strand === 'review') {
    const row = await tx.review.findUnique({ where: { caseNo } });
    return row ? { input: row.input as Input, beganAt: (row.startedAt ?? row.commissionedAt).getTime() } : undefined;
  }
  if (strand === 'followUp') {
    const row = await tx.followUp.findUnique({ where: { caseNo } });
    return row ? { input: row.input as Input, beganAt: (row.startedAt ?? row.commissionedAt).getTime() } : undefined;
  }
  if (strand === 'return') {
    const rows = await tx.paymentReturn.findMany({ where: { caseNo } });
    const row = rows.toSorted((a, b) => firstSeqOf(a.input) - firstSeqOf(b.input)).at(-1);
    return row && { input: row.input as Input, beganAt: row.returnedAt.getTime() };
  }
  const row = await tx.case.findUnique({ where: { caseNo } });
  if (!row) return undefined;
  return { input: await beginningOf(tx, row), beganAt: (row.startedAt ?? row.submittedAt).getTime() };
}

const firstSeqOf = (input: unknown): number => (input as ReturnCommission).firstSeq;

async function relatedTo(tx: Tx, caseNo: string): Promise<string[]> {
  const kin = await tx.kinship.findMany({
    where: { household: { cases: { some: { caseNo } } }, officialId: { not: null } },
  });
  return kin.flatMap(({ officialId }) => officialId ?? []);
}
