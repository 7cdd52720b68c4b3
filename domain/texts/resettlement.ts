import type { Bilingual } from '../schemas/common.js';
import type { SettlementWay } from '../rules/resettlement.js';

export const PLOT_KINDS = {
  plot: { zh: '地块', en: 'Plot' },
  flat: { zh: '套房', en: 'Flat' },
} as const satisfies Record<string, Bilingual>;

export const SETTLEMENT_WAY_TEXTS = {
  concentrated: { zh: '集中安置', en: 'To a site, with others' },
  scattered: { zh: '分散安置', en: 'Scattered' },
  money: { zh: '货币安置', en: 'By money' },
} as const satisfies Record<SettlementWay, Bilingual>;
