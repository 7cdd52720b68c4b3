import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';

/** Runs something as an activity, as a worker does: it may heartbeat. `details`: of the heartbeat it goes on from. */
export function inActivity(details?: unknown): MockActivityEnvironment {
  const info = details === undefined ? {} : { heartbeatDetails: details };
  return new MockActivityEnvironment(info, { logger: new DefaultLogger('ERROR') });
}
