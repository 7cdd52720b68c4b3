import type { LifeEventEffect } from '../../../domain/rules/life-events.js';
import type { Stage } from '../../../domain/rules/stages.js';
import type { Outcome } from '../../../domain/schemas/outcome.js';
import { AMOUNT_FEN, application, followUp, HOUSING, relocation, renovation } from '../../workflows/support/inputs.js';
import type { World } from '../../workflows/support/world.js';
import { householdChanged } from '../../../workflows/messages.js';
import { filed, goneBy, type Scenario } from './scenario.js';
import { act, comesTo, inTurn, toTheEnd, type Way } from './ways.js';

/** A change in the household of which the programme says what it does. */
const does =
  (effect: LifeEventEffect): Way =>
  async (running) => {
    await running.handle.signal(householdChanged, 'change-1', effect);
    await running.until(() => running.all('changeReported').length === 1);
  };

const at = (stage: Stage, effect: LifeEventEffect, ...then: readonly Way[]): Way =>
  inTurn(comesTo(stage), does(effect), ...then);
const isLookedAt = act('householdChange', 'continue', { subject: 'change-1' });
const project = (outcome: Outcome, way: Way, world: (world: World) => void = () => {}): Scenario =>
  filed(outcome, way, () => application(), world);

const CLOSED: Outcome = { kind: 'closedForChange', stage: 'householdChange', reasonCode: 'HOUSEHOLD_CHANGED' };
const RUN = {
  workflow: 'entitlementRun',
  run: { entitlementNo: '339901-2026-000001-1', period: '2026-autumn' },
} as const;
const worthLess = (world: World): void => void (world.worth = { quantity: 100, amountFen: 30_000 });

/** What programmes say of changes in the household, as cases do it. */
export const LIFE_EVENT_SCENARIOS = {
  'life-event-goes-on': project({ kind: 'completed', amountFen: AMOUNT_FEN }, at('projectApproval', 'goOn', toTheEnd)),
  'life-event-stops': project(CLOSED, at('paymentPreparation', 'stop')),
  'life-event-counted-at-approval': project(
    { kind: 'completed', amountFen: 30_000 },
    at('projectApproval', 'recompute', isLookedAt, toTheEnd),
    worthLess,
  ),
  'life-event-leaves-nothing': project(
    CLOSED,
    at('projectApproval', 'recompute', isLookedAt, act('projectApproval', 'pass')),
    (world) => void (world.worth = { quantity: 0, amountFen: 0 }),
  ),
  'life-event-counted-before-payment': project(
    { kind: 'completed', amountFen: 30_000 },
    at('paymentPreparation', 'recompute', isLookedAt, toTheEnd),
    worthLess,
  ),
  'life-event-brings-relief-back': filed(
    { kind: 'notConfirmed', amountFen: AMOUNT_FEN, reasonCode: 'HOUSEHOLD_CHANGED' },
    at('reliefConfirmation', 'recover'),
    () => application({ workflow: 'relief' }),
  ),
  'life-event-stops-after-first-instalment': filed(CLOSED, at('movingIn', 'stop'), () => relocation()),
  'life-event-counted-before-it-is-granted': filed(
    { kind: 'granted', amountFen: 30_000 },
    at('entitlementApproval', 'recompute', isLookedAt, toTheEnd),
    () => application({ workflow: 'entitlement' }),
    worthLess,
  ),
  'life-event-stops-before-it-is-granted': filed(CLOSED, at('noticePosting', 'stop'), () =>
    application({ workflow: 'entitlement' }),
  ),
  'life-event-counted-in-run': filed(
    { kind: 'completed', amountFen: 30_000 },
    at('paymentPreparation', 'recompute', isLookedAt, toTheEnd),
    () => application(RUN),
    worthLess,
  ),
  'life-event-leaves-nothing-of-run': filed(
    CLOSED,
    at('paymentPreparation', 'recompute', isLookedAt, act('paymentPreparation', 'prepare')),
    () => application(RUN),
    (world) => void (world.worth = { quantity: 0, amountFen: 0 }),
  ),
  'life-event-stops-run': filed(CLOSED, at('paymentReview', 'stop'), () => application(RUN)),
  'life-event-brings-first-instalment-back': filed(CLOSED, at('projectWork', 'recover'), () =>
    renovation({ housing: { ...HOUSING, worksFirstInstalmentBasisPoints: 3_000 } }),
  ),
  'life-event-stops-follow-up': {
    outcome: CLOSED,
    go: async (hall) => await goneBy(at('followUpAwaited', 'stop'), await hall.followUp(followUp())),
  },
} as const satisfies Record<string, Scenario>;
