import type { WorkflowHandle } from '@temporalio/client';
import type { Stage } from '../../../domain/rules/stages.js';
import type { Application } from '../../../domain/schemas/application.js';
import type { Outcome } from '../../../domain/schemas/outcome.js';
import type { Transition } from '../../../domain/schemas/transition.js';
import { REASON } from '../../workflows/support/acts.js';
import type { Hall } from '../../workflows/support/hall.js';
import type { RunningCase } from '../../workflows/support/running-case.js';
import type { World } from '../../workflows/support/world.js';
import type { Way } from './ways.js';

/** What a workflow answers at its end. */
export type End = Outcome | number | string;

/** A workflow that went its way, and what it noted. */
export interface Gone {
  readonly handle: WorkflowHandle;
  readonly world: { readonly steps: readonly Transition[]; readonly noted: readonly Transition[] };
  readonly outcome: () => Promise<End>;
}

/** A way a case, or a batch, can go to its end. */
export interface Scenario {
  readonly outcome: End;
  readonly go: (hall: Hall) => Promise<Gone>;
  /** Where it is recorded, if that is not where the clock skips. */
  readonly opens?: () => Promise<Hall>;
}

/** What an application has besides the usual, and the world it comes into. */
export type Filing = Partial<Application> & { world?: (world: World) => void };

export async function goneBy(way: Way, running: RunningCase): Promise<Gone> {
  await way(running);
  return { handle: running.handle, world: running.world, outcome: () => running.outcome() };
}

/** The case of an application that is filed. */
export const filed = (
  outcome: Outcome,
  way: Way,
  application: () => Application,
  world?: (world: World) => void,
): Scenario => ({ outcome, go: async (hall) => await goneBy(way, await hall.file(application(), world)) });

/** 不予通过 at a stage, for the one reason that the tests give. */
export const refused = (stage: Stage): Outcome => ({ kind: 'refused', stage, reasonCode: REASON });
