import type { TaskView } from '../../../../domain/schemas/task.js';

const PLACES = {
  case: '/tasks',
  bundle: '/bundles',
  jointNotice: '/joint-notices',
  recovery: '/recoveries',
  setOff: '/recoveries',
  loan: '/entitlements',
} as const satisfies Record<TaskView['kind'], string>;

/** Where a task is dealt with: a step of a case at its own page, everything else at that of what it is about. */
export const placeOf = ({ kind, id, no }: Pick<TaskView, 'kind' | 'id' | 'no'>): string =>
  `${PLACES[kind]}/${kind === 'case' ? id : no}`;
