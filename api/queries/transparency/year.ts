import { shanghaiDate, startOfShanghaiDay } from '../../../domain/rules/working-days.js';

/** Which county and year is asked about. */
export interface CountyYear {
  readonly county: string;
  readonly year: number;
}

/** From when until before when a year runs in Asia/Shanghai. */
export const spanOf = ({ year }: CountyYear): { from: Date; until: Date } => ({
  from: new Date(startOfShanghaiDay(`${year}-01-01`)),
  until: new Date(startOfShanghaiDay(`${year + 1}-01-01`)),
});

export const yearOf = (at: Date): number => Number(shanghaiDate(at.getTime()).slice(0, 4));
