import type { ApplicationRoute } from '../rules/application-routes.js';
import type { Bilingual } from '../schemas/common.js';

export const ROUTE_NAMES = {
  direct: { zh: '农户直报', en: 'Direct application' },
  bundled: { zh: '捆绑申报', en: 'Bundled application' },
  tiered: { zh: '逐级申报', en: 'Tiered application' },
} as const satisfies Record<ApplicationRoute, Bilingual>;
