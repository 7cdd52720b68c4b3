import { hostname } from 'node:os';
import type { WorkerDeploymentOptions } from '@temporalio/worker';

/*
 * What the engine writes into every task of every history: short names, or they are a third of an uneventful case.
 */

/** Which process it was, where the logs know more of it. At most sixteen characters. */
export const IDENTITY = `${process.pid}@${hostname().slice(0, 8)}`;

/** Which version of the product it was, in place of the checksum of ninety characters that is the default. */
export const DEPLOYMENT: WorkerDeploymentOptions = {
  version: { deploymentName: 'zhibao', buildId: '0.3.0' },
  useWorkerVersioning: false,
};
