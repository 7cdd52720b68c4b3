import type { Translated } from '../../common/texts/catalogue.js';
import type { adminRoomsZh, adminZh } from './admin-zh.js';
import { bundlesEn } from './bundles-en.js';
import { periodsEn } from './periods-en.js';
import { policyEn } from './policy-en.js';
import { programmeFormEn } from './programme-form-en.js';
import { programmesEn } from './programmes-en.js';
import { registerEn } from './register-en.js';
import { staffEn } from './staff-en.js';
import { visitsEn } from './visits-en.js';

export const adminEn: Translated<typeof adminZh> = {
  ...bundlesEn,
  ...periodsEn,
  ...visitsEn,
  ...registerEn,
  ...programmesEn,
  ...programmeFormEn,
  ...staffEn,
  ...policyEn,
};

export const adminRoomsEn: Translated<typeof adminRoomsZh> = {
  visits: 'At the site',
  bundles: 'Bundled applications',
  entitlements: 'Paid by period',
  assets: 'Shared assets',
  dividends: 'Dividends',
  payees: 'Payees',
  sites: 'Resettlement sites',
  register: 'Register',
  programmes: 'Programmes',
  routes: 'Ways of applying',
  policy: 'County policy',
  staff: 'Accounts and posts',
  offices: 'Offices',
};
