import type { Programme } from '../schemas/programme.js';
import { RUNNING_WORKFLOWS } from './case-workflows.js';

/** Whether cases of a programme can be carried to their end: its order of stages is one that runs. */
export const isRunnable = ({ workflow = 'directProject' }: Programme): boolean => RUNNING_WORKFLOWS.includes(workflow);
