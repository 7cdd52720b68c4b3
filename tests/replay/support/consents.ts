import { REASON } from '../../workflows/support/acts.js';
import { AMOUNT_FEN, application } from '../../workflows/support/inputs.js';
import { helper } from '../../workflows/support/people.js';
import { filed, type Scenario } from './scenario.js';
import { act, comesTo, inTurn, toTheEnd, type Way } from './ways.js';

const byHelper = (outcome: Scenario['outcome'] & object, way: Way): Scenario =>
  filed(outcome, way, () => application({ helperId: helper.id, consentToConfirm: true }));

const asked = { subject: '1' };

/** What a helper files is confirmed with the household, or comes to nothing. */
export const CONSENTS = {
  'completed-after-confirmed-consent': byHelper(
    { kind: 'completed', amountFen: AMOUNT_FEN },
    inTurn(comesTo('paymentPreparation'), act('consentConfirmation', 'confirm', asked), toTheEnd),
  ),
  'withdrawn-without-consent': byHelper(
    { kind: 'withdrawn', stage: 'consentConfirmation', reasonCode: REASON },
    inTurn(comesTo('publicNotice'), act('consentConfirmation', 'deny', asked)),
  ),
} as const satisfies Record<string, Scenario>;
