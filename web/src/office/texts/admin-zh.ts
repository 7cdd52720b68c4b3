import { bundlesZh } from './bundles-zh.js';
import { periodsZh } from './periods-zh.js';
import { policyZh } from './policy-zh.js';
import { programmeFormZh } from './programme-form-zh.js';
import { programmesZh } from './programmes-zh.js';
import { registerZh } from './register-zh.js';
import { staffZh } from './staff-zh.js';
import { visitsZh } from './visits-zh.js';

/** What the pages say of what is applied for together, paid by period, entered and administered. */
export const adminZh = {
  ...bundlesZh,
  ...periodsZh,
  ...visitsZh,
  ...registerZh,
  ...programmesZh,
  ...programmeFormZh,
  ...staffZh,
  ...policyZh,
};

/** What their rooms are called. */
export const adminRoomsZh = {
  visits: '现场核实',
  bundles: '捆绑与逐级申报',
  entitlements: '按期发放',
  assets: '收益资产',
  dividends: '分红核算',
  payees: '收款单位',
  sites: '安置点',
  register: '农户名册',
  programmes: '项目与标准',
  routes: '申报途径',
  policy: '县级政策',
  staff: '账号与岗位',
  offices: '单位',
};
