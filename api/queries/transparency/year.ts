const SHANGHAI_MS = 8 * 3_600_000;

/** Which county and year is asked about. */
export interface CountyYear {
  readonly county: string;
  readonly year: number;
}

/** From when until before when a year runs in Asia/Shanghai. */
export const spanOf = ({ year }: CountyYear): { from: Date; until: Date } => ({
  from: new Date(Date.UTC(year, 0, 1) - SHANGHAI_MS),
  until: new Date(Date.UTC(year + 1, 0, 1) - SHANGHAI_MS),
});

export const yearOf = (at: Date): number => new Date(at.getTime() + SHANGHAI_MS).getUTCFullYear();
