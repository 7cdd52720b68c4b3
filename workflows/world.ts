import { proxyActivities, proxySinks, type Sinks } from '@temporalio/workflow';
import type { Activities } from '../activities/contract.js';
import type { Transition } from '../domain/schemas/transition.js';

/**
 * Whatever is away comes back: a case waits for it, for as long as it takes. Each of these is done in milliseconds and
 * may be done twice; after ten seconds its worker is taken for dead and another one tries.
 */
export const { record, deskCheck, reserve, checkEntitlement, numberDecision, closeNotice, redate } =
  proxyActivities<Activities>({
    startToCloseTimeout: '10 seconds',
    retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
  });

/** Asks again until a payment has its end. */
export const { disburse } = proxyActivities<Activities>({
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/**
 * What a batch asks: thousands of orders at a time, at a bank that may be away for days. Each goes on where a killed
 * one had stopped, and is tried again until it is done; waiting for the bank's words leaves no trace in the history.
 */
export const { fillBatch, handOver, tellResults } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 1.5, maximumInterval: '10 seconds' },
});

/** Hears every transition, in replays too: replay alone would not notice a changed amount. */
export interface TransitionSinks extends Sinks {
  transitions: { noted(transition: Transition): void };
}
export const { transitions } = proxySinks<TransitionSinks>();
