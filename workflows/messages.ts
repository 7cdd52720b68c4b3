import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { LifeEventEffect } from '../domain/rules/life-events.js';
import type { Act } from '../domain/schemas/act.js';

/** Whoever is awaited acts, at the stage he saw. Completes when the act is recorded. */
export const act = defineUpdate<void, [Act]>('act');

/** An objection was received; it is a row already, with its time of receipt. */
export const objectionReceived = defineSignal<[string]>('objectionReceived');

/** The bundle of the case was published, the case with it. */
export const publicationOpened = defineSignal<[string]>('publicationOpened');

/** Promised papers were handed in: their kinds. */
export const papersReceived = defineSignal<[readonly string[]]>('papersReceived');

/** A death, split, birth, marriage or move in the household was reported; what the programme says it does, if anything. */
export const householdChanged = defineSignal<[string, LifeEventEffect?]>('householdChanged');

/** The calendar of working days was changed: deadlines are to be dated anew. */
export const calendarChanged = defineSignal('calendarChanged');

/** What became of a payment order, as its batch tells it; `cancelled`: it was stopped before it left the house. */
export interface PaymentResult {
  readonly reference: string;
  readonly result: 'credited' | 'returned' | 'cancelled';
  readonly reasonCode?: string;
}

/** An order of the case has its end; told at least once. */
export const paymentSettled = defineSignal<[PaymentResult]>('paymentSettled');
