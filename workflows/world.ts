import { proxyActivities, proxySinks, type Sinks } from '@temporalio/workflow';
import type { Activities } from '../activities/contract.js';
import type { Transition } from '../domain/schemas/transition.js';

/**
 * Whatever is away comes back: a case waits for it, for as long as it takes. Each of these is done in milliseconds and
 * may be done twice; after ten seconds its worker is taken for dead and another one tries.
 */
export const {
  record,
  deskCheck,
  reserve,
  takePlace,
  checkEntitlement,
  countAnew,
  numberDecision,
  closeNotice,
  redate,
  setOff,
} = proxyActivities<Activities>({
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
export const { fillBatch, handOver, tellResults, listHolders, divideIncome } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 1.5, maximumInterval: '10 seconds' },
});

/** What a bundle writes when somebody decides in it: rows of all its households at once. */
export const { recordBundleAct } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

/** What a bundle asks for its households, hundreds at a time. Each goes on where a killed one had stopped. */
export const { openCases, startWave, tellOpened } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 1.5, maximumInterval: '10 seconds' },
});

/** Asked again until its households are approved, or their time is over; the waiting leaves no trace in the history. */
export const { gatherPublication } = proxyActivities<Activities>({
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 1.5, maximumInterval: '10 seconds' },
});

/** Hears every transition, in replays too: replay alone would not notice a changed amount. */
export interface TransitionSinks extends Sinks {
  transitions: { noted(transition: Transition): void };
}
export const { transitions } = proxySinks<TransitionSinks>();
