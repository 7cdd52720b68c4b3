import type { WorkflowHandle } from '@temporalio/client';
import type { BatchWorld } from './batch-world.js';

/** A payment batch that runs. */
export class RunningBatch {
  readonly handle: WorkflowHandle;
  readonly world: BatchWorld;

  constructor(handle: WorkflowHandle, world: BatchWorld) {
    this.handle = handle;
    this.world = world;
  }

  /** How many orders it left open; time passes by itself until then. */
  async outcome(): Promise<number> {
    return (await this.handle.result()) as number;
  }
}
