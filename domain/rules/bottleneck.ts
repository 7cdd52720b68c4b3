/** How the tasks of a stage went: those that are open, and those that were done lately. */
export interface Pace {
  readonly overdue: number;
  /** Mean time that tasks took and had, hours; null where none was done, or none had a term. */
  readonly meanHours: number | null;
  readonly limitHours: number | null;
}

/** Where cases get stuck: tasks are overdue, or take longer on average than they may. */
export const isBottleneck = ({ overdue, meanHours, limitHours }: Pace): boolean =>
  overdue > 0 || (meanHours !== null && limitHours !== null && meanHours > limitHours);
