import { setTimeout as pause } from 'node:timers/promises';
import type { Act } from '../../domain/schemas/act.js';
import type { Strand } from '../../domain/schemas/application.js';
import type { Acted } from '../../domain/schemas/household-step.js';
import type { Db } from '../../prisma/client.js';
import type { Deps } from '../deps.js';
import { Refused } from '../problem.js';
import { movedOn, stageOf } from '../queries/moved.js';
import { signAct } from './acts-signer.js';

/** How long it is waited for that what moved a case is recorded: the case itself knows it first. */
const RECORD_MS = 3_000;
const LOOK_EVERY_MS = 50;

interface InCase {
  readonly caseNo: string;
  readonly strand: Strand;
  readonly actId: string;
  readonly act: Act;
}

interface Answer<Status extends number> {
  readonly status: Status;
  readonly body: Acted;
  readonly location: string;
}

/**
 * Carries an act into its case and answers with where the case is then: 200 when it is recorded, 202 when it was
 * accepted for certain and is being recorded.
 * @throws Refused with the code of the case's validator; STAGE_MOVED says who moved it and when
 */
export async function actInCase(
  deps: Deps,
  { caseNo, strand, actId, act }: InCase,
): Promise<Answer<200> | Answer<202>> {
  const location = `/api/cases/${caseNo}`;
  await signAct(deps.db, deps.keyring, { caseNo, strand, actId, act });
  try {
    const outcome = await deps.engine.act(caseNo, strand, actId, act);
    const stage = await stageOf(deps.db, caseNo, strand);
    const body: Acted = { caseNo, recorded: outcome === 'recorded', stage, at: new Date().toISOString() };
    return outcome === 'recorded' ? { status: 200, body, location } : { status: 202, body, location };
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'STAGE_MOVED') throw error;
    const left = { caseNo, strand, stage: act.stage };
    await hasLeft(deps.db, left);
    throw await movedOn(deps.db, left);
  }
}

/** Waits within bounds until the record too says that the case has left the stage. */
export async function hasLeft(db: Db, { caseNo, strand, stage }: Parameters<typeof movedOn>[1]): Promise<void> {
  const until = Date.now() + RECORD_MS;
  while ((await stageOf(db, caseNo, strand)) === stage && Date.now() < until) await pause(LOOK_EVERY_MS);
}
