import { randomBytes } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { BundleState } from '../../../domain/rules/bundle-states.js';
import type { Stage, Verdict } from '../../../domain/rules/stages.js';
import type { Act } from '../../../domain/schemas/act.js';
import * as messages from '../../../workflows/messages.js';
import { actOf } from './acts.js';
import type { BundleWorld } from './bundle-world.js';
import { until } from './until.js';

/** A bundle that runs, as those see it who act in it. */
export class RunningBundle {
  readonly handle: WorkflowHandle;
  readonly world: BundleWorld;

  constructor(handle: WorkflowHandle, world: BundleWorld) {
    this.handle = handle;
    this.world = world;
  }

  /** Decides, answered when it is written; each act has a list of strike-outs of its own. */
  async decide(stage: Stage, verdict: Verdict, more: Partial<Act> = {}): Promise<void> {
    const act = actOf(stage, verdict, { subject: randomBytes(16).toString('hex'), ...more });
    await this.handle.executeUpdate(messages.act, { args: [act], updateId: randomBytes(16).toString('hex') });
  }

  /** The code a decision is refused with, or 'accepted'. */
  async answerTo(stage: Stage, verdict: Verdict, more: Partial<Act> = {}): Promise<string> {
    try {
      await this.decide(stage, verdict, more);
      return 'accepted';
    } catch (error) {
      const { cause } = error as { cause?: { type?: string } };
      if (cause?.type === undefined) throw error;
      return cause.type;
    }
  }

  async untilState(state: BundleState): Promise<void> {
    await until(
      () => this.world.state === state,
      () => `the bundle is at ${this.world.state}; ${this.world.asked.join(', ')}`,
    );
  }

  /** How it ended; time passes by itself until then. */
  async outcome(): Promise<string> {
    return (await this.handle.result()) as string;
  }
}
