import type { InjectedSinks } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { TransitionSinks } from '../workflows/world.js';

/** Every step of a case in the worker's log, by its number and kind: nothing of what it says. */
export const transitionSinks = (log: Logger): InjectedSinks<TransitionSinks> => ({
  transitions: {
    noted: {
      fn: ({ workflowId }, { seq, kind }) => log.debug({ caseNo: workflowId, seq, kind }, 'step'),
      callDuringReplay: false,
    },
  },
});
