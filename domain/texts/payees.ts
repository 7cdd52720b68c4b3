import type { PayeeKind } from '../rules/payee.js';
import type { Bilingual } from '../schemas/common.js';

export const PAYEE_KIND_NAMES = {
  school: { zh: '学校（培训机构）', en: 'School' },
  insurer: { zh: '承保（经办）机构', en: 'Insurer' },
  lessor: { zh: '出租人', en: 'Lessor' },
  contractor: { zh: '施工单位', en: 'Contractor' },
  collective: { zh: '村集体', en: 'Village collective' },
} as const satisfies Record<PayeeKind, Bilingual>;
