import { PAYEE_KINDS } from '../../../../../domain/rules/payee.js';
import { SET_OFF } from '../../../../../domain/rules/set-off.js';
import { PAY_TO_NAMES, PAYMENT_MODE_NAMES } from '../../../../../domain/texts/programme-rules.js';
import { optionsOf, type SectionOf } from './section.js';

/** When it is paid, and to whom. */
export const paying: SectionOf = (texts) => {
  const { t, tell } = texts;
  return {
    name: 'paying',
    fields: [
      {
        ...{ name: 'paymentMode', kind: 'select', label: t('programmeForm.paymentMode') },
        options: optionsOf(texts, PAYMENT_MODE_NAMES),
      },
      {
        ...{ name: 'payTo', kind: 'select', label: t('programmeForm.payTo'), unsaid: 'head' },
        options: optionsOf(texts, PAY_TO_NAMES),
      },
      {
        ...{ name: 'orPayTo', kind: 'select', label: t('programmeForm.orPayTo') },
        options: [
          ['', t('programmeForm.nobodyElse')],
          ...PAYEE_KINDS.map((kind) => [kind, tell(PAY_TO_NAMES[kind])] as const),
        ],
      },
      {
        ...{ name: 'payeeChosen', kind: 'select', label: t('programmeForm.payeeChosen') },
        options: [
          ['', t('programmeForm.atApproval')],
          ['application', t('programmeForm.inApplication')],
        ],
      },
      {
        ...{ name: 'setOff', kind: 'select', label: t('programmeForm.setOff') },
        options: [
          ['', t('programmeForm.byRule')],
          ...SET_OFF.map((each) => [each, t(`programmeForm.setOffs.${each}`)] as const),
        ],
      },
      { name: 'paidByDividend', kind: 'flag', label: t('programmeForm.paidByDividend'), unsaid: false },
    ],
  };
};
