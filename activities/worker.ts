import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { openBank } from '../bank/open-bank.js';
import { CountyCodec } from '../platform/codec.js';
import { Keyring } from '../platform/keyring.js';
import { DEPLOYMENT, IDENTITY } from '../platform/engine-names.js';
import { createLog } from '../platform/log.js';
import { runProcess } from '../platform/process.js';
import { RunningCases } from '../platform/running-cases.js';
import { withKeys } from '../platform/keys/with-keys.js';
import { loadSettings, type Settings } from '../platform/settings.js';
import { connectClient, connectWorker, dataConverter, TASK_QUEUE, workflowBundlePath } from '../platform/temporal.js';
import { connect } from '../prisma/client.js';
import { assertMayPay } from '../prisma/real-bank.js';
import { assertUsable } from '../prisma/usable.js';
import { createActivities } from './activities.js';
import { transitionSinks } from './engine-log.js';
import { deliverOutbox } from './outbox/deliver.js';
import { OperatorError } from '../platform/operator-error.js';
import { openRestore } from '../prisma/restore.js';
import { repeat } from './repeat.js';
import { mayGoOn, untilCompared } from './restore-gate.js';
import { assertKeptLongEnough } from './sealing/retention.js';
import { runSealing } from './sealing/run-sealing.js';
import { runSweeps } from './sweeps/run-sweeps.js';

/** Of a batch's 5 000 cases not all at once; what isn't cached has its history replayed at each step. */
const CACHED_WORKFLOWS = 2000;

/** The worker process: runs the cases, sweeps up what wasn't told, sends the messages. Any number of them. */
async function work(settings: Settings, stopping: AbortSignal): Promise<void> {
  const log = createLog('worker', settings);
  Runtime.install({ logger: new DefaultLogger('WARN', ({ level, message }) => log.warn({ engine: level }, message)) });
  const keyring = Keyring.from(settings.key, settings.codecKeys, settings.householdKeys);
  const codec = new CountyCodec(keyring);
  const db = connect(settings.databaseUrl);
  await assertUsable(db, keyring);
  const bank = await openBank(settings, (name, why) => log.warn({ name, why }, 'the bank gave no clear word'));
  await assertMayPay(db, bank);
  if (!(await untilCompared(db, settings.home, log, stopping))) return await db.$disconnect();
  const connection = await connectWorker(settings);
  const client = await connectClient(settings, codec);
  await assertKeptLongEnough(client, settings.temporalNamespace);
  const cases = new RunningCases(client);
  const worker = await Worker.create({
    ...{ connection, namespace: settings.temporalNamespace, taskQueue: TASK_QUEUE },
    ...{ identity: IDENTITY, workerDeploymentOptions: DEPLOYMENT },
    workflowBundle: { codePath: workflowBundlePath },
    dataConverter: dataConverter(codec),
    activities: { ...createActivities({ db, keyring, bank, cases, log }) },
    sinks: transitionSinks(log),
    maxCachedWorkflows: CACHED_WORKFLOWS,
    // After a worker died its cases wait for this long before another one takes them.
    stickyQueueScheduleToStartTimeout: '1s',
    shutdownGraceTime: '10s',
  });
  const halt = new AbortController();
  stopping.addEventListener('abort', () => halt.abort(), { once: true });
  halt.signal.addEventListener('abort', () => worker.shutdown(), { once: true });
  const mail = async () => ({ more: !(await openRestore(db)) && (await deliverOutbox(db, settings, log)) > 0 });
  const watch = async () => {
    if (!(await mayGoOn(db, settings.home, log))) halt.abort();
    return { more: false };
  };
  const origin = `${new URL(settings.publicUrl).host}/log`;
  log.info('ready');
  await Promise.all([
    worker.run(),
    runSweeps({ db, keyring, cases, bank, log }, log, halt.signal),
    runSealing({ db, keyring, codec, client, origin, log }, log, halt.signal),
    repeat('deliverOutbox', mail, { everyMs: 1000, log, stopping: halt.signal }),
    repeat('watchRestore', watch, { everyMs: 5000, log, stopping: halt.signal }),
  ]);
  await Promise.all([client.connection.close(), connection.close(), db.$disconnect()]);
  // Whoever keeps it starts it again; it then waits.
  if (!stopping.aborted) throw RESTORED;
}

const RESTORED = new OperatorError(
  '正在从备份恢复：请执行 npm run zhibao -- reconcile；核对之前工作进程不办理任何事项。',
  'A restore is open: run npm run zhibao -- reconcile; until then no worker does anything.',
);

await runProcess(async () => loadSettings(await withKeys()), work);
