import type { LifeEventEffect } from '../../../domain/rules/life-events.js';
import type { Stage } from '../../../domain/rules/stages.js';
import type { Outcome } from '../../../domain/schemas/outcome.js';
import { AMOUNT_FEN, application, relocation } from '../../workflows/support/inputs.js';
import type { World } from '../../workflows/support/world.js';
import { householdChanged } from '../../../workflows/messages.js';
import { filed, type Scenario } from './scenario.js';
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
} as const satisfies Record<string, Scenario>;
