import type { Translated } from '../../common/texts/catalogue.js';
import type { caseZh } from './case-zh.js';

export const caseEn: Translated<typeof caseZh> = {
  sending: {
    title: 'Submitting',
    online: 'On its way. On a bad line it is sent again by itself, and counts once.',
    offline:
      'There is no network. The application is kept on the phone and is submitted once when the network is back. Do not submit it elsewhere.',
    takeBack: 'Not yet',
  },
  receipt: {
    title: 'Your application was received',
    number: 'Case number',
    code: 'Scan it to see where the case is',
    programme: 'Programme',
    next: 'Next',
    soon: 'It is being handed to the county’s poverty office for the initial check.',
    stay: 'You need not come to an office. You get a message when something happens.',
    follow: 'Where it is',
    print: 'Print the receipt',
  },
  case: {
    awaitsYou: 'It is your turn: {{stage}}.',
    awaits: '{{role}} has it: {{stage}}.',
    until: 'Until',
    overdue: 'Overdue',
    held: 'The payment is on hold while something is looked into. You will be told; call 12317 if it is urgent.',
    ending: 'Result',
    basis: 'Basis:',
    way: 'What has happened',
    receipt: 'The receipt',
    applicant: 'Applicant',
    quantity: 'Quantity',
    amount: 'Subsidy',
    yuan: '{{amount}} yuan',
    submitted: 'Submitted',
    decision: 'Decision',
    notice: 'Public notice',
  },
  payment: {
    title: 'The money',
    returned: 'The bank returned it: {{reason}}.',
    returnedHint: 'Confirm the account or give another; it is paid again then, and you need not apply anew.',
  },
  steps: {
    back: '‹ To the case',
    words: 'In your words',
    notNow: 'This is not possible now: the case is at “{{stage}}”.',
    correction: {
      title: 'Correct the application',
      do: 'Hand in the correction',
      hint: 'It is asked once: put right everything in the list.',
      missing: 'What has to be put right',
    },
    start: { title: 'Declare the start', do: 'Declare the start', hint: 'Photograph how it is before the works.' },
    completion: {
      title: 'Declare the project done',
      do: 'Declare it done',
      hint: 'Photograph what was done; somebody will come to inspect it.',
    },
    extension: { title: 'Ask for more time', do: 'Ask for more time', hint: 'It is granted once; say why.' },
    account: {
      title: 'Correct the account',
      do: 'Correct the account',
      hint: 'The bank returned the money. Confirm the account or give another.',
    },
    report: {
      title: 'Report the use of the money',
      do: 'Send the report',
      hint: 'Say what it was used for and what came of it, with photographs if you can.',
    },
    'internal-review': {
      title: 'Ask for an internal review',
      do: 'Ask for an internal review',
      hint: 'An office that has not acted in the case looks at it again. Say why you do not agree.',
    },
    rating: {
      title: 'Rate the service',
      do: 'Send the rating',
      hint: 'It has no effect on the subsidy.',
      question: 'How content are you?',
      levels: { '5': 'Very content', '4': 'Content', '3': 'Fairly content', '2': 'Discontent', '1': 'Very discontent' },
    },
    withdrawal: {
      title: 'Withdraw the application',
      do: 'Withdraw the application',
      hint: 'This ends the application; you can apply again later.',
    },
  },
};
