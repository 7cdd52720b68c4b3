import type { ErrorText } from './error-text.js';

/** What can be refused about areas, offices and the accounts of officials. */
export const STAFF_ERRORS = {
  LOGIN_TAKEN: {
    status: 409,
    zh: '该账号已有人使用，请换一个。',
    en: 'Somebody has this login already; choose another.',
  },
  OWN_ACCOUNT: {
    status: 403,
    zh: '不能更改自己的岗位和账号，请由另一名系统管理员办理。',
    en: 'Nobody changes his own roles or account: another administrator does.',
  },
  AREA_KNOWN: {
    status: 409,
    zh: '该区划代码已登记，请核对。',
    en: 'An area with this code is entered already; check it.',
  },
} as const satisfies Record<string, ErrorText>;
