import type { Stage } from './stages.js';

/** What a household that has moved needs until it is settled, and the stage at which the office concerned sees to it. */
export const FOLLOW_UP_POINTS = {
  residence: 'residenceSettlement',
  school: 'schoolSettlement',
  clinic: 'clinicSettlement',
  work: 'workSettlement',
  insurance: 'insuranceSettlement',
} as const satisfies Record<string, Stage>;

export type FollowUpPoint = keyof typeof FOLLOW_UP_POINTS;
export const FOLLOW_UP_POINT_NAMES = Object.keys(FOLLOW_UP_POINTS) as [FollowUpPoint, ...FollowUpPoint[]];
