import { assignTask } from './assign-task.js';
import { getWorkload } from './get-workload.js';
import { listAreas } from './list-areas.js';
import { listOfficials } from './list-officials.js';
import { substitutions } from './substitutions.js';
import { supervision } from './supervision.js';

/** The handlers of what officials' desks are laid out by. */
export const desk = { assignTask, getWorkload, listAreas, listOfficials, ...supervision, ...substitutions };
