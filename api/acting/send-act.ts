import { type Client, WorkflowUpdateFailedError, type WorkflowUpdateHandle } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { isErrorCode } from '../../domain/errors.js';
import type { Act } from '../../domain/schemas/act.js';
import { act as actUpdate } from '../../workflows/messages.js';
import { Refused } from '../problem.js';
import { isAway } from './engine-away.js';

/** `accepted`: it is in the case's history for certain, but was not written to PostgreSQL in time. */
export type ActOutcome = 'recorded' | 'accepted';

/** How long whoever acts is kept waiting. */
const WAIT_MS = 10_000;

/**
 * Sends an act as an update and waits for its record. The same `updateId` again finds the first one.
 *
 * 1. What the case's validator refuses is thrown with its code.
 * 2. What was not accepted in time is UNAVAILABLE: it may be repeated with the same ID, nothing is lost or done twice.
 * 3. What was accepted but not recorded in time is `accepted`: it will be.
 */
export async function sendAct(client: Client, workflowId: string, updateId: string, act: Act): Promise<ActOutcome> {
  const deadline = Date.now() + WAIT_MS;
  const handle = await client.withDeadline(deadline, () => accepted(client, workflowId, updateId, act));
  try {
    await client.withDeadline(deadline, () => handle.result());
    return 'recorded';
  } catch (error) {
    if (isAway(error)) return 'accepted';
    throw refusalOf(error);
  }
}

async function accepted(client: Client, workflowId: string, updateId: string, act: Act) {
  const workflow = client.workflow.getHandle(workflowId);
  const options = { args: [act] as [Act], updateId, waitForStage: 'ACCEPTED' as const };
  try {
    return await workflow.startUpdate(actUpdate, options);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return await known(workflow.getUpdateHandle<void>(updateId));
    throw refusalOf(error);
  }
}

/** The case is closed: by this very act, perhaps, when it is repeated. */
async function known(handle: WorkflowUpdateHandle<void>) {
  try {
    await handle.result();
    return handle;
  } catch (error) {
    if (isAway(error)) throw new Refused('UNAVAILABLE');
    if (error instanceof WorkflowUpdateFailedError) throw refusalOf(error);
    throw new Refused('STAGE_MOVED');
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof Refused) return error;
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const code = error.cause.type;
    if (isErrorCode(code)) return new Refused(code);
  }
  return isAway(error) ? new Refused('UNAVAILABLE') : error;
}
