import type { Bilingual } from '../../domain/schemas/common.js';

/** What a rehearsal shows: the orders of stages, the routes, and what money can meet on its way. */
export const KINDS = {
  direct: { zh: '农户直报', en: 'direct application' },
  bundled: { zh: '捆绑申报', en: 'bundled application' },
  tiered: { zh: '逐级申报', en: 'tiered application' },
  relief: { zh: '灾害救助、临时救助', en: 'relief' },
  entitlement: { zh: '按期享受', en: 'entitlement and its runs' },
  dividend: { zh: '资产收益分红', en: 'dividend' },
  renovation: { zh: '危旧房改造', en: 'renovation' },
  relocation: { zh: '异地搬迁', en: 'relocation' },
  setOff: { zh: '抵扣', en: 'set-off' },
  registeredPayee: { zh: '拨付到登记的收款单位', en: 'registered payee' },
} as const satisfies Record<string, Bilingual>;

export type Kind = keyof typeof KINDS;
