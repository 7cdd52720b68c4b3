import type { Programme } from '../schemas/programme.js';
import { RUNNING_WORKFLOWS } from './case-workflows.js';
import { isPayable } from './payee.js';

/** Whether cases of a programme can be carried to their end: its order of stages runs, and its payee can be paid. */
export const isRunnable = ({ workflow = 'directProject', payTo = 'head' }: Programme): boolean =>
  RUNNING_WORKFLOWS.includes(workflow) && isPayable(payTo);
