import type { Translated } from './catalogue.js';
import type { commonZh } from './zh.js';

export const commonEn: Translated<typeof commonZh> = {
  language: { name: 'Language', zh: '中文', en: 'English' },
  loading: 'Loading…',
  downloading: 'Preparing the file…',
  again: 'Try again',
  more: 'Show more',
  skip: 'Skip to content',
  signOut: 'Sign out',
  problem: {
    title: 'That did not work',
    offlineTitle: 'No network',
    unfetched: 'The page has not come through yet. Nothing is lost: please send it again in a moment.',
    offline:
      'The network cannot be reached, and this was not done. What you filled in on this page is still here: leave the page open and try again when the network is back.',
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
  signIn: {
    title: 'Officials sign in',
    lead: 'Use the account of your office. It is yours alone: what is decided with it is on record as yours.',
    demonstration: 'Demonstration: accounts and password are shown when it starts.',
    login: 'Login',
    password: 'Password',
    enter: 'Sign in',
  },
};
