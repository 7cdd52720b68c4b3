import { type WorkflowExecutionInfo, WorkflowNotFoundError } from '@temporalio/client';
import { STRANDS, type Strand } from '../../domain/schemas/application.js';
import { WORKFLOW_TYPES, workflowIdOf } from '../../platform/running-cases.js';
import type { Ground } from './ground.js';
import { readHistory, type Told } from './history.js';

/** A strand of a case: what one workflow, or one after the other, writes to. */
export interface StrandOf {
  readonly caseNo: string;
  readonly strand: Strand;
}

/** One run of a workflow. */
export interface Run<Input = unknown> extends Told<Input> {
  readonly isOpen: boolean;
  readonly startedAt: Date;
}

/** The runs that the engine has of a strand, the oldest first. */
export type Runs = ReadonlyMap<string, readonly WorkflowExecutionInfo[]>;

const TYPES = `WorkflowType IN (${WORKFLOW_TYPES.map((type) => `'${type}'`).join(', ')})`;

/** All runs that the engine has, of all cases and batches or of one case, by the ID of their workflow; ended ones too. */
export async function runsInEngine({ client }: Ground, caseNo?: string): Promise<Runs> {
  const ids = STRANDS.map((strand) => `'${workflowIdOf(caseNo ?? '', strand)}'`).join(', ');
  const runs = new Map<string, WorkflowExecutionInfo[]>();
  for await (const run of client.workflow.list({ query: caseNo ? `WorkflowId IN (${ids})` : TYPES })) {
    runs.set(run.workflowId, [...(runs.get(run.workflowId) ?? []), run]);
  }
  for (const same of runs.values()) same.sort((a, b) => a.startTime.getTime() - b.startTime.getTime());
  return runs;
}

/** What the runs of a strand have written, as their histories have it. A history that is gone says nothing. */
export async function storyOf(
  { client, codec }: Ground,
  { caseNo, strand }: StrandOf,
  runs: readonly WorkflowExecutionInfo[],
): Promise<Run[]> {
  const story: Run[] = [];
  for (const { runId, status, startTime } of runs) {
    try {
      const history = await client.workflow.getHandle(workflowIdOf(caseNo, strand), runId).fetchHistory();
      story.push({
        ...(await readHistory(codec, history)),
        ...{ isOpen: status.name === 'RUNNING', startedAt: startTime },
      });
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
  return story;
}

const SUFFIX = /^(\d{6}-\d{4}-\d{6}-\d)(-[RTF])?$/;

/** The strand that a workflow writes to. */
export function strandNamed(workflowId: string): StrandOf | undefined {
  const [, caseNo] = SUFFIX.exec(workflowId) ?? [];
  if (!caseNo) return undefined;
  return { caseNo, strand: STRANDS.find((named) => workflowIdOf(caseNo, named) === workflowId)! };
}
