import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { createActivities } from '../../../activities/activities.js';
import { transitionSinks } from '../../../activities/engine-log.js';
import { runSweeps } from '../../../activities/sweeps/run-sweeps.js';
import type { Bank } from '../../../bank/bank.js';
import type { Ground } from '../../../cli/restore/ground.js';
import { withClient } from '../../../cli/start/database.js';
import { freePort } from '../../../cli/start/ports.js';
import { end } from '../../../cli/start/processes.js';
import { startTemporal } from '../../../cli/start/temporal-server.js';
import { CountyCodec } from '../../../platform/codec.js';
import { Keyring } from '../../../platform/keyring.js';
import { RunningCases } from '../../../platform/running-cases.js';
import { connectClient, dataConverter, TASK_QUEUE } from '../../../platform/temporal.js';
import { connect as connectDatabase, type Db } from '../../../prisma/client.js';
import { createDemonstrationDatabase, TEST_KEY } from '../../support/demonstration-database.js';
import { databaseFrom, type TestDatabase, workflowBundle } from '../../support/servers.js';

Runtime.install({ logger: new DefaultLogger('ERROR') });

type Engine = Awaited<ReturnType<typeof startTemporal>>;

/** Everything in a copy: records and an engine that can be backed up and restored, a bank that can't, workers. */
export class BackedUp implements Pick<Ground, 'db' | 'keyring' | 'codec' | 'bank' | 'log'> {
  readonly keyring = Keyring.from(TEST_KEY);
  readonly codec = new CountyCodec(this.keyring);
  readonly log = pino({ level: 'silent' });
  readonly workflows = workflowBundle();
  readonly bank: Bank;
  db!: Db;
  client!: Client;
  cases!: RunningCases;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'zhibao-restore-'));
  #records!: TestDatabase;
  readonly #backups: TestDatabase[] = [];
  #engine!: Engine;
  #port = 0;
  #stopWorkers: (() => Promise<void>) | undefined;

  private constructor(bank: Bank) {
    this.bank = bank;
  }

  static async open(bank: Bank): Promise<BackedUp> {
    const copy = new BackedUp(bank);
    copy.#port = await freePort();
    await copy.#useRecords(await createDemonstrationDatabase());
    await copy.#startEngine();
    await copy.startWorkers();
    return copy;
  }

  async startWorkers(): Promise<void> {
    const { client, cases, keyring, bank, log, codec, db } = this;
    const connection = await NativeConnection.connect({ address: this.#address });
    const worker = await Worker.create({
      ...{ connection, taskQueue: TASK_QUEUE, workflowBundle: this.workflows, dataConverter: dataConverter(codec) },
      activities: { ...createActivities({ db, keyring, bank, cases: new RunningCases(client), log }) },
      ...{ sinks: transitionSinks(log), stickyQueueScheduleToStartTimeout: '1s', shutdownGraceTime: 0 },
    });
    const stopping = new AbortController();
    const running = [worker.run(), runSweeps({ db, keyring, cases, bank }, log, stopping.signal)];
    this.#stopWorkers = async () => {
      stopping.abort();
      worker.shutdown();
      await Promise.all(running);
      await connection.close();
    };
  }

  async stopWorkers(): Promise<void> {
    await this.#stopWorkers?.();
    this.#stopWorkers = undefined;
  }

  /** The records as they are now; answers what brings them back. Workers have to stand still. */
  async backUpRecords(): Promise<() => Promise<void>> {
    const backup = await this.#whileClosed(() => databaseFrom(this.#records.name));
    this.#backups.push(backup);
    return async () => {
      await this.db.$disconnect();
      await this.#records.drop();
      await this.#useRecords(await databaseFrom(backup.name));
    };
  }

  /** The engine's state as it is now; answers what brings it back. Workers have to stand still. */
  async backUpEngine(): Promise<() => Promise<void>> {
    const backup = path.join(this.#folder, `engine-${this.#port}-${Date.now()}`);
    await this.#whileEngineStopped(() => cpSync(this.#state, backup, { recursive: true }));
    return async () =>
      await this.#whileEngineStopped(() => {
        for (const file of readdirSync(this.#state)) rmSync(path.join(this.#state, file));
        cpSync(backup, this.#state, { recursive: true });
      });
  }

  async close(): Promise<void> {
    await this.stopWorkers();
    await this.client.connection.close();
    await end(this.#engine, 10_000);
    await this.db.$disconnect();
    for (const database of [this.#records, ...this.#backups]) await database.drop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #address(): string {
    return `127.0.0.1:${this.#port}`;
  }

  get #state(): string {
    return path.join(this.#folder, 'engine');
  }

  async #useRecords(database: TestDatabase): Promise<void> {
    this.#records = database;
    this.db = connectDatabase(database.url);
    await this.db.$queryRaw`SELECT 1`;
  }

  async #whileClosed<T>(work: () => Promise<T>): Promise<T> {
    await this.db.$disconnect();
    await withClient(process.env.ZHIBAO_TEST_POSTGRES!, (admin) =>
      admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [this.#records.name]),
    );
    const result = await work();
    await this.#useRecords(this.#records);
    return result;
  }

  async #startEngine(): Promise<void> {
    mkdirSync(this.#state, { recursive: true });
    const where = { temporalAddress: this.#address, temporalNamespace: 'default' };
    this.#engine = await startTemporal({
      ...{ program: process.env.ZHIBAO_TEST_TEMPORAL!, port: this.#port, namespace: 'default' },
      ...{ stateFile: path.join(this.#state, 'state.db'), logFile: path.join(this.#folder, 'engine.log') },
      onSpawn: () => undefined,
    });
    this.client = await connectClient(where, this.codec);
    this.cases = new RunningCases(this.client);
  }

  async #whileEngineStopped(work: () => void): Promise<void> {
    await this.client.connection.close();
    await end(this.#engine, 10_000);
    work();
    await this.#startEngine();
  }
}
