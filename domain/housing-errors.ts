import type { ErrorText } from './error-text.js';

/** What can be refused about homesteads. */
export const HOUSING_ERRORS = {
  HOMESTEAD_TAKEN: {
    status: 409,
    zh: '一户一宅：本户住房已经或正在改造、搬迁，不能再次申报；有异议请联系县扶贫办。',
    en: 'One household, one homestead: its house is, or was, renovated or relocated. Talk to the county’s poverty office.',
  },
  HOUSE_KNOWN: {
    status: 409,
    zh: '该户住房已在台账中，请在原台账上办理，勿重复登记。',
    en: 'The house of this household stands in the ledger already: go on with that entry.',
  },
  HOUSE_IN_HAND: {
    status: 409,
    zh: '该台账已有办件办理或已销档，请刷新后查看。',
    en: 'A case deals with this entry already, or it is closed; reload to see where it is.',
  },
} as const satisfies Record<string, ErrorText>;
