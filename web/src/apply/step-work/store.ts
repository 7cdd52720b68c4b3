import { KeptStore } from '../../common/kept/store.js';
import type { StepWork } from './step-work.js';

/** What was begun on this phone of steps of running cases. */
export const stepWorks = new KeptStore<StepWork>({ database: 'zhibao-apply-steps', store: 'steps' });
