import type { OfficeKind } from '../rules/office-kinds.js';
import type { Bilingual } from '../schemas/common.js';

export const OFFICE_KIND_NAMES = {
  povertyRelief: { zh: '扶贫', en: 'Poverty relief' },
  township: { zh: '乡镇（街道）', en: 'Township or subdistrict' },
  village: { zh: '村（居）民委员会', en: 'Village committee' },
  finance: { zh: '财政', en: 'Finance' },
  housing: { zh: '住房和城乡建设', en: 'Housing' },
  oversight: { zh: '监督', en: 'Oversight' },
  audit: { zh: '审计', en: 'Audit' },
  publicSecurity: { zh: '公安', en: 'Public security' },
  education: { zh: '教育', en: 'Education' },
  health: { zh: '卫生健康', en: 'Health' },
  employment: { zh: '人力资源和社会保障', en: 'Employment and social insurance' },
} as const satisfies Record<OfficeKind, Bilingual>;
