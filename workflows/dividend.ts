import { divideIncome, listHolders } from './world.js';

/** What a dividend is run from: its holders and their parts are rows. */
export interface DividendCommission {
  readonly dividendNo: string;
}

/**
 * 二(三)、二(四) 资产收益分红: lists who holds shares, then divides the income of the year over them. The history holds the
 * number of the dividend, none of its households. Answers how many there are.
 */
export async function dividend({ dividendNo }: DividendCommission): Promise<number> {
  await listHolders(dividendNo);
  return await divideIncome(dividendNo);
}
