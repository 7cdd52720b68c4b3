import type { Fit } from '../rules/reconciliation.js';
import type { Bilingual } from '../schemas/common.js';

/** How the statement and the ledger fit together, line by line. */
export const FIT_NAMES = {
  matched: { zh: '相符', en: 'Matched' },
  missingAtBank: { zh: '账上有，银行流水没有', en: 'In the ledger, not in the statement' },
  missingHere: { zh: '银行流水有，账上没有', en: 'In the statement, not in the ledger' },
  amountDiffers: { zh: '金额不一致', en: 'The amounts differ' },
} as const satisfies Record<Fit, Bilingual>;
