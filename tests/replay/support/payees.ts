import type { Outcome } from '../../../domain/schemas/outcome.js';
import { AMOUNT_FEN, application, returned } from '../../workflows/support/inputs.js';
import { approver } from '../../workflows/support/people.js';
import { filed, goneBy, type Scenario } from './scenario.js';
import { act, comesTo, inTurn, toTheEnd } from './ways.js';

const paid: Outcome = { kind: 'completed', amountFen: AMOUNT_FEN };
const agrees = act('payeeConsent', 'agreeToPayee', { subject: 'contractor-1', papers: ['5c'.repeat(32)] });
const chooses = act('payeeChoice', 'choosePayee', { subject: 'school-1' });

/** 收款单位: whom a case pays, chosen and agreed to while it goes its way. */
export const PAYEES = {
  'completed-with-payees-agreed-to-and-chosen': filed(
    paid,
    inTurn(
      comesTo('townshipVerification'),
      agrees,
      act('payeeConsent', 'takeBackConsent'),
      comesTo('paymentReview'),
      chooses,
      toTheEnd,
    ),
    () => application({ payee: { id: 'contractor-2' } }),
  ),
  'returned-late-and-paid-to-another-payee': {
    outcome: paid,
    go: async (hall) =>
      await goneBy(
        inTurn(
          comesTo('accountCorrection'),
          act('payeeChoice', 'choosePayee', { subject: 'school-2', by: approver }),
          act('accountCorrection', 'confirmAccount'),
          toTheEnd,
        ),
        await hall.reopen(returned()),
      ),
  },
} as const satisfies Record<string, Scenario>;
