import type { Translated } from './catalogue.js';
import type { commonZh } from './zh.js';

export const commonEn: Translated<typeof commonZh> = {
  language: { name: 'Language', zh: '中文', en: 'English' },
  loading: 'Loading…',
  again: 'Try again',
  skip: 'Skip to content',
  problem: {
    title: 'That did not work',
    offlineTitle: 'No network',
    offline: 'The network cannot be reached. What you filled in is kept on the phone; try again when it is back.',
    signIn: 'Sign in',
    fields: 'Please correct the following:',
    toCase: 'Open the running application',
    moved: '{{who}} moved the case to “{{stage}}” at {{at}}.',
    movedUnknown: 'The case is now at “{{stage}}”.',
  },
  notFound: {
    title: 'There is no such page',
    text: 'The address may be wrong; start from the first page.',
    home: 'To the first page',
  },
};
