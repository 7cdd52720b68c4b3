import { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { transitionSinks } from '../../../activities/engine-log.js';
import { createActivities } from '../../../activities/activities.js';
import { runSweeps } from '../../../activities/sweeps/run-sweeps.js';
import type { Swept } from '../../../activities/sweeps/sweep.js';
import type { World } from '../../../activities/world.js';
import type { Bank } from '../../../bank/bank.js';
import { SimulatorBank } from '../../../bank/simulator/client.js';
import { CountyCodec } from '../../../platform/codec.js';
import { IDENTITY } from '../../../platform/engine-names.js';
import { Keyring } from '../../../platform/keyring.js';
import type { Generations } from '../../../platform/keys/key-set.js';
import { RunningCases } from '../../../platform/running-cases.js';
import { dataConverter, TASK_QUEUE } from '../../../platform/temporal.js';
import { connect } from '../../../prisma/client.js';
import { newBankHome, startBank } from '../../bank/bank-process.js';
import { createDemonstrationDatabase, TEST_KEY } from '../../support/demonstration-database.js';
import { createDevServer, workflowBundle } from '../../support/servers.js';

const nobody = () => Promise.reject(new Error('No case runs in this test.'));
const nobodyRuns: World['cases'] = { tellPayment: nobody, tellPublication: nobody, start: nobody };

/** Whatever a test has no case for. */
const orNobody = (cases: Partial<World['cases']>): World['cases'] =>
  cases instanceof RunningCases ? cases : { ...nobodyRuns, ...cases };

/** A database with the demonstration, without Temporal. */
export async function openCounty(bank: Bank, cases: Partial<World['cases']> = {}) {
  const database = await createDemonstrationDatabase();
  const db = connect(database.url);
  // Its engine is loaded now, not by a sweep between two tests, where Jest lets nothing be loaded.
  await db.$queryRaw`SELECT 1`;
  const keyring = Keyring.from(TEST_KEY);
  const world: World = { db, keyring, bank, cases: orNobody(cases), log: pino({ level: 'silent' }) };
  const close = async () => {
    await db.$disconnect();
    await database.drop();
  };
  return { ...world, world, database, close };
}

/** The same with a Temporal server, a worker and its sweeps: all real, in this process. */
export async function openCountyAtWork(bank: Bank) {
  const env = await createDevServer(new CountyCodec(Keyring.from(TEST_KEY)));
  const cases = new RunningCases(env.client);
  const county = await openCounty(bank, cases);
  let stop = await work(env, { ...county.world, cases });
  /** Ends what works there, and lets it go on with these generations of the key of histories. */
  const restart = async (codecKeys: Generations) => {
    await stop();
    const keyring = Keyring.from(TEST_KEY, codecKeys);
    const codec = new CountyCodec(keyring);
    const client = new Client({ connection: env.connection, dataConverter: dataConverter(codec), identity: IDENTITY });
    const restarted = { ...county.world, keyring, cases: new RunningCases(client) };
    stop = await work(env, restarted);
    return { ...restarted, codec, client };
  };
  const close = async () => {
    await stop();
    await env.teardown();
    await county.close();
  };
  return { ...county, env, cases, restart, close };
}

/** A worker and the sweeps; answers how to end them. */
async function work({ nativeConnection }: TestWorkflowEnvironment, world: World & Swept) {
  const worker = await Worker.create({
    ...{ connection: nativeConnection, taskQueue: TASK_QUEUE, workflowBundle: workflowBundle() },
    dataConverter: dataConverter(new CountyCodec(world.keyring)),
    activities: { ...createActivities(world) },
    sinks: transitionSinks(world.log),
  });
  const stopping = new AbortController();
  const running = [worker.run(), runSweeps(world, world.log, stopping.signal)];
  return async () => {
    stopping.abort();
    worker.shutdown();
    await Promise.all(running);
  };
}

/** The same beside the simulated bank in a process of its own. */
export async function openCountyBesideBank() {
  const bank = await startBank(await newBankHome());
  try {
    const county = await openCountyAtWork(new SimulatorBank(bank.url));
    const close = async () => {
      await county.close();
      await bank.stop();
    };
    return { ...county, bankUrl: bank.url, close };
  } catch (error) {
    await bank.stop();
    throw error;
  }
}
