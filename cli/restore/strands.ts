import canonicalize from 'canonicalize';
import { RecordConflict } from '../../activities/record/incident.js';
import type { Application } from '../../domain/schemas/application.js';
import { workflowIdOf } from '../../platform/running-cases.js';
import type { Tx } from '../../prisma/client.js';
import { compare, recordsOf, type Standing } from './compare.js';
import type { Finding } from './findings.js';
import type { Ground } from './ground.js';
import { refill } from './refill.js';
import { type Run, type StrandOf, storyOf } from './stories.js';
import type { WorkflowExecutionInfo } from '@temporalio/client';

/** What became of a strand that was looked at. */
export interface LookedAt {
  readonly refilled: boolean;
  /** Whether its workflow does not go on from where the records are. */
  readonly stalled: boolean;
  readonly finding?: Finding;
}

/**
 * Holds a strand against the engine's histories, and fills it up from them where the records are behind. What contradicts
 * is never skipped and never put right by itself.
 */
export async function lookAt(
  ground: Ground,
  strandOf: StrandOf,
  runs: readonly WorkflowExecutionInfo[],
): Promise<LookedAt> {
  const { db } = ground;
  const story = await storyOf(ground, strandOf, runs);
  const standing = await standingOf(db, strandOf, story);
  const subject = workflowIdOf(strandOf.caseNo, strandOf.strand);
  const still = { refilled: false, stalled: false };
  if (standing.kind === 'conflict') {
    return { ...still, finding: { kind: 'conflict', subject, detail: String(standing.seq) } };
  }
  if (standing.kind === 'recordsBehind') {
    try {
      await refill(ground, strandOf, story);
    } catch (error) {
      return { ...still, finding: { kind: 'notRefilled', subject, detail: codeOf(error) } };
    }
  }
  const isOpen = story.some((run) => run.isOpen);
  const goesOn = isOpen && standing.kind !== 'engineBehind';
  return {
    refilled: standing.kind === 'recordsBehind',
    stalled: !goesOn && (isOpen || !(await hasEnded(db, strandOf))),
  };
}

async function standingOf(tx: Tx, strandOf: StrandOf, story: readonly Run[]): Promise<Standing> {
  if (strandOf.strand === 'case' && (await isAnother(tx, strandOf.caseNo, story))) return { kind: 'conflict', seq: 0 };
  const isMissing = strandOf.strand === 'case' && story.length > 0 && !(await hasCase(tx, strandOf.caseNo));
  if (isMissing) return { kind: 'recordsBehind' };
  return compare(
    await recordsOf(tx, strandOf),
    story.flatMap(({ written }) => written),
  );
}

const hasCase = async (tx: Tx, caseNo: string): Promise<boolean> => (await tx.case.count({ where: { caseNo } })) > 0;

/** Whether its number was given to another application meanwhile. */
async function isAnother(tx: Tx, caseNo: string, story: readonly Run[]): Promise<boolean> {
  const row = await tx.case.findUnique({ where: { caseNo } });
  return row !== null && story.some(({ input }) => begunWith(input) !== begunWith(row.input));
}

/** As it was submitted: what was decided about its bundle meanwhile is not its own. */
function begunWith(input: unknown): string | undefined {
  const { recorded: _, bundle, ...given } = input as Partial<Application>;
  return canonicalize({ ...given, bundle: bundle?.no });
}

async function hasEnded(tx: Tx, { caseNo, strand }: StrandOf): Promise<boolean> {
  const last = await tx.caseEvent.findFirst({ where: { caseNo, strand }, orderBy: { seq: 'desc' } });
  return last?.kind === 'closed';
}

/** What may stand in a report: messages of the database quote what people wrote. */
function codeOf(error: unknown): string {
  if (error instanceof RecordConflict) return error.at;
  const { code, name, message } = error as { code?: string; name: string; message: string };
  return code ?? (/^[A-Z_]+$/.test(message) ? message : name);
}
