import { workflowIdOf } from '../../platform/running-cases.js';
import { anewOf, beginAnew, type StrandAnew } from './begin-anew.js';
import type { Finding } from './findings.js';
import type { Ground } from './ground.js';
import type { StrandOf } from './stories.js';
import { terminate } from './terminate.js';
import { tryAnew } from './try-anew.js';

/** Strands that the records have open and that are not among the engine's workflows. */
export async function unknownToEngine({ db }: Ground, inEngine: ReadonlySet<string>): Promise<StrandOf[]> {
  const select = { caseNo: true } as const;
  const cases = await db.case.findMany({ where: { running: true }, select });
  const reviews = await db.review.findMany({ where: { closedAt: null }, select });
  const followUps = await db.followUp.findMany({ where: { closedAt: null }, select });
  const returns = await db.paymentReturn.findMany({ where: { case: { running: true } }, select, distinct: ['caseNo'] });
  const strands: StrandOf[] = [
    ...cases.map(({ caseNo }) => ({ caseNo, strand: 'case' as const })),
    ...reviews.map(({ caseNo }) => ({ caseNo, strand: 'review' as const })),
    ...followUps.map(({ caseNo }) => ({ caseNo, strand: 'followUp' as const })),
    ...returns.map(({ caseNo }) => ({ caseNo, strand: 'return' as const })),
  ];
  return strands.filter(({ caseNo, strand }) => !inEngine.has(workflowIdOf(caseNo, strand)));
}

/** What became of workflows that did not go on from where the records are. */
export interface BegunAnew {
  readonly begunAnew: string[];
  readonly findings: Finding[];
}

/**
 * Begins the workflows anew that know less than the records, each after it was tried: those that would not go their
 * recorded way again stay as they are. What has ended by the records is ended in the engine; what was never begun is
 * left to the sweeps that begin it.
 */
export async function bringForward(ground: Ground, stalled: readonly StrandOf[]): Promise<BegunAnew> {
  const { db, workflows, codec } = ground;
  const begunAnew: string[] = [];
  const findings: Finding[] = [];
  const anews = async function* (): AsyncGenerator<StrandAnew> {
    for (const strandOf of stalled) {
      const anew = await anewOf(db, strandOf);
      if (anew) yield anew;
      else await letGo(ground, strandOf);
    }
  };
  for await (const { anew, goes } of tryAnew(workflows, codec, anews())) {
    if (goes) {
      await beginAnew(ground, anew);
      begunAnew.push(anew.workflowId);
    } else findings.push({ kind: 'notBegunAnew', subject: anew.workflowId });
  }
  return { begunAnew, findings };
}

/** Nothing of it is to be gone again: it has ended, or it is begun from its row by a sweep. */
async function letGo({ db, client }: Ground, { caseNo, strand }: StrandOf): Promise<void> {
  await terminate(client, workflowIdOf(caseNo, strand), 'The records have its end.');
  if ((await db.caseEvent.count({ where: { caseNo, strand } })) > 0) return;
  const where = { caseNo };
  const data = { startedAt: null };
  if (strand === 'case') await db.case.updateMany({ where, data });
  if (strand === 'review') await db.review.updateMany({ where, data });
  if (strand === 'followUp') await db.followUp.updateMany({ where, data });
  if (strand === 'return') await db.paymentReturn.updateMany({ where, data });
}
