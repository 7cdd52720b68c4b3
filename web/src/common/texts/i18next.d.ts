import 'i18next';
import type { applyZh } from '../../apply/texts/zh.js';
import type { officeZh } from '../../office/texts/zh.js';
import type { auditZh } from '../../audit/texts/zh.js';
import type { commonZh } from './zh.js';

/** Every text is named in its catalogue; a name that is in none does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: { common: typeof commonZh; apply: typeof applyZh; office: typeof officeZh; audit: typeof auditZh };
  }
}
