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
  SETTLEMENT_MISSING: {
    status: 422,
    zh: '请选择安置方式；集中安置须选定安置点和地块（套房），其他方式不填。',
    en: 'Choose the way of resettlement; a concentrated one names its site and plot or flat, another names none.',
  },
  RENT_MONTHS_UNFIT: {
    status: 422,
    zh: '以长期租赁保障住房的，请填写租期月数，并在项目规定的范围内；其他决定不填租期。',
    en: 'Of a long lease give its months, within the limits of the programme; of another decision give none.',
  },
  PLOT_TAKEN: {
    status: 409,
    zh: '该地块（套房）已分配给其他农户，请另选。',
    en: 'This plot or flat is given to another household; choose another.',
  },
  SITE_FULL: {
    status: 409,
    zh: '该安置点剩余容量不足，请另选安置点。',
    en: 'The site has too little room left; choose another.',
  },
  SITE_KNOWN: {
    status: 409,
    zh: '本县已有同名安置点，请核对。',
    en: 'The county has a site of this name already; check it.',
  },
  PLOT_KNOWN: {
    status: 409,
    zh: '该安置点已有此编号的地块（套房），没有登记任何一项，请核对。',
    en: 'The site has a plot or flat of this number already; none was entered, check them.',
  },
} as const satisfies Record<string, ErrorText>;
