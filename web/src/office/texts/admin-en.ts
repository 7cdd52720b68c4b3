import type { Translated } from '../../common/texts/catalogue.js';
import type { adminRoomsZh, adminZh } from './admin-zh.js';
import { bundlesEn } from './bundles-en.js';
import { periodsEn } from './periods-en.js';
import { visitsEn } from './visits-en.js';

export const adminEn: Translated<typeof adminZh> = { ...bundlesEn, ...periodsEn, ...visitsEn };

export const adminRoomsEn: Translated<typeof adminRoomsZh> = {
  visits: 'At the site',
  bundles: 'Bundled applications',
  entitlements: 'Paid by period',
  assets: 'Shared assets',
  dividends: 'Dividends',
  payees: 'Payees',
};
