/** The county that an area lies in, by its six digits; the numbers of cases, orders and batches begin with it too. */
export const countyOf = (code: string): string => code.slice(0, 6);
