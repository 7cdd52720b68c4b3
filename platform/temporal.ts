import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import type { DataConverter, PayloadCodec } from '@temporalio/common';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { NativeConnection } from '@temporalio/worker';
import { IDENTITY } from './engine-names.js';
import { OperatorError } from './operator-error.js';
import type { Settings } from './settings.js';

/** Which Temporal, and which namespace of it. */
export type Where = Pick<Settings, 'temporalAddress' | 'temporalNamespace'>;

/** Where every workflow of the product is offered to the workers. */
export const TASK_QUEUE = 'zhibao';

/** Module of the failure converter; the build puts it into the workflow bundle too. */
const failureConverterPath = fileURLToPath(new URL('./failure-converter.cjs', import.meta.url));

/** The bundle of the workflows that the build writes, for `Worker.create`. */
export const workflowBundlePath = fileURLToPath(new URL('../workflow-bundle.cjs', import.meta.url));

/** How everything that goes into Temporal is written: sealed by the codec, the messages of failures too. */
export function dataConverter(codec: PayloadCodec): DataConverter {
  return { payloadCodecs: [codec], failureConverterPath };
}

/** For what needs no payload. @throws OperatorError if Temporal cannot be reached */
export function connect(settings: Where, env = process.env): Promise<Connection> {
  return reach(settings, () => Connection.connect(connectionOptions(settings, env)));
}

/** For whoever starts, tells or asks workflows. @throws OperatorError if Temporal cannot be reached */
export async function connectClient(settings: Where, codec: PayloadCodec): Promise<Client> {
  const connection = await connect(settings);
  const { temporalNamespace: namespace } = settings;
  return new Client({ connection, namespace, dataConverter: dataConverter(codec), identity: IDENTITY });
}

/** For `Worker.create`. @throws OperatorError if Temporal cannot be reached */
export async function connectWorker(settings: Where): Promise<NativeConnection> {
  // Loaded here only: the API has no use for the worker's native library.
  const { NativeConnection } = await import('@temporalio/worker');
  return reach(settings, () => NativeConnection.connect(connectionOptions(settings, process.env)));
}

/** TLS, API key and the rest come from the variables and the file that every Temporal tool reads. */
function connectionOptions(settings: Where, env: NodeJS.ProcessEnv) {
  const given = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const overrideEnvVars = { ...Object.fromEntries(given), TEMPORAL_ADDRESS: settings.temporalAddress };
  return loadClientConnectConfig({ overrideEnvVars }).connectionOptions;
}

async function reach<Connected>({ temporalAddress }: Where, connect: () => Promise<Connected>): Promise<Connected> {
  try {
    return await connect();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new OperatorError(
      `连不上 Temporal（${temporalAddress}）：请检查 TEMPORAL_ADDRESS、TLS 与密钥设置，以及服务是否在运行（${why}）。`,
      `Temporal at ${temporalAddress} cannot be reached: check TEMPORAL_ADDRESS, the TLS and API key settings, and that it is running (${why}).`,
    );
  }
}
