import { record } from '../../activities/record/record.js';
import type { Application, ReturnCommission } from '../../domain/schemas/application.js';
import { after, before } from './beside.js';
import type { Ground } from './ground.js';
import type { Written } from './history.js';
import { keepBundle } from './missing-bundle.js';
import { makeCase } from './missing-case.js';
import { makeReturn } from './missing-return.js';
import type { Run, StrandOf } from './stories.js';

/**
 * Fills a strand up from what its workflow has written, through the recorder itself: step by step as they were written
 * together, each with its own time. What is recorded already stays; broken off, it goes on where it was.
 *
 * @throws RecordConflict, or what keeps a step from being recorded again
 */
export async function refill(ground: Ground, strandOf: StrandOf, story: readonly Run[]): Promise<void> {
  for (const run of story) {
    await makeRows(ground, strandOf, run);
    for (const written of run.written) await recordAgain(ground, strandOf, written);
  }
}

async function recordAgain(ground: Ground, strandOf: StrandOf, { transitions, dueAt }: Written): Promise<void> {
  const { caseNo, strand } = strandOf;
  const { _max } = await ground.db.caseEvent.aggregate({ where: { caseNo, strand }, _max: { seq: true } });
  const missing = transitions.filter(({ seq }) => seq > (_max.seq ?? 0));
  if (missing.length === 0) return;
  for (const step of missing) await before(ground, strandOf, step);
  const dated = transitions.findLast(({ kind }) => kind === 'entered');
  const deadlines = new Map(dated && dueAt !== undefined ? [[dated.seq, new Date(dueAt)]] : []);
  await record(ground, caseNo, strand, transitions, deadlines);
  for (const step of missing) await after(ground, strandOf, step);
}

/** The rows that stood before the first step of a strand. */
async function makeRows({ db }: Ground, { caseNo, strand }: StrandOf, { input, startedAt }: Run): Promise<void> {
  await db.$transaction(async (tx) => {
    if (strand === 'return') await makeReturn(tx, input as ReturnCommission, startedAt);
    if (strand === 'case') await keepBundle(tx, input as Application, startedAt);
    const isMissing = strand === 'case' && (await tx.case.count({ where: { caseNo } })) === 0;
    if (isMissing) await makeCase(tx, input as Application, startedAt);
  });
}
