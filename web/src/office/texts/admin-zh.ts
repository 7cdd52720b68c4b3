import { bundlesZh } from './bundles-zh.js';
import { periodsZh } from './periods-zh.js';
import { visitsZh } from './visits-zh.js';

/** What the pages say of what is applied for together, paid by period, entered and administered. */
export const adminZh = { ...bundlesZh, ...periodsZh, ...visitsZh };

/** What their rooms are called. */
export const adminRoomsZh = {
  visits: '现场核实',
  bundles: '捆绑与逐级申报',
  entitlements: '按期发放',
  assets: '收益资产',
  dividends: '分红核算',
  payees: '收款单位',
};
