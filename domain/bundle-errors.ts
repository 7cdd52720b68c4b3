import type { ErrorText } from './error-text.js';

/** What can be refused about ways of applying. */
export const BUNDLE_ERRORS = {
  ROUTE_CLOSED: {
    status: 409,
    zh: '本地目前没有开放这种申报途径，请咨询乡镇或县扶贫办可用的途径。',
    en: 'This way of applying is not open here at present; ask the township or the county office which ones are.',
  },
} as const satisfies Record<string, ErrorText>;
