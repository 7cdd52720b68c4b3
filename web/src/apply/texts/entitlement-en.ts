import type { Translated } from '../../common/texts/catalogue.js';
import type { entitlementZh } from './entitlement-zh.js';

export const entitlementEn: Translated<typeof entitlementZh> = {
  entitlement: {
    mine: 'What you are paid period after period',
    next: 'Next: {{period}} (from {{day}} on)',
    noNext: 'The next follows from the collective’s income',
    facts: 'What was granted',
    whose: 'For whom',
    personal: 'One member of the household',
    household: 'The household',
    standard: 'Each period',
    quantity: 'Granted for',
    granted: 'Granted',
    left: 'Periods left',
    periods: '{{count}}',
    loan: 'The loan',
    loanText: '{{principal}} yuan, {{from}} to {{until}}, {{rate}} % a year',
    loanChange: '{{kind}}, interest is paid up to {{until}}',
    ended: 'It has ended',
    endedWhy: 'It is not paid from {{day}} on. The reason: {{reason}}.',
    endedHint: 'If you think it is wrong, call 12317, or look at the case below.',
    runs: 'Period by period',
    noRuns: 'Nothing was paid yet. It comes by itself when it is due; you need not apply again.',
    automatic: 'It is paid by itself when it is due. The register is looked at before.',
    report: 'Tell the village when this happens',
    reports: {
      family: 'Somebody of the household dies, moves away, sets up a household of his own, or joins it',
      person: 'Whoever it is for leaves school, joins the army, finds work or moves away',
      account: 'The bank card is cancelled, lost or replaced',
    },
    reportHow:
      'Tell the helper of your village or the township’s poverty office soon, or call 12317. What was paid too much has to be returned.',
    grant: 'The case that granted it',
    guide: 'The guide',
    back: '‹ Home',
    run: 'Period',
    open: 'Period by period',
  },
};
