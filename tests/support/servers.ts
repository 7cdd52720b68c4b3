import { randomBytes } from 'node:crypto';
import type { PayloadCodec } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { withClient } from '../../cli/start/database.js';
import { IDENTITY } from '../../platform/engine-names.js';
import { dataConverter } from '../../platform/temporal.js';

export interface TestDatabase {
  name: string;
  url: string;
  drop: () => Promise<void>;
}

/** A migrated and empty database of a test file's own. Disconnect from it before it is dropped. */
export const createDatabase = (): Promise<TestDatabase> => databaseFrom('template_zhibao');

/** A copy of a template database. */
export async function databaseFrom(template: string): Promise<TestDatabase> {
  const admin = fromSetup('ZHIBAO_TEST_POSTGRES');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(admin, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const drop = async () => {
    await withClient(admin, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  return { name, url: url.href, drop };
}

/** An empty database without tables. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const database = await createDatabase();
  await withClient(database.url, (client) => client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'));
  return database;
}

/** A Temporal of a test file's own whose clock skips to the next timer while a result is awaited. */
export function createTimeSkipping(codec?: PayloadCodec): Promise<TestWorkflowEnvironment> {
  const executable = { type: 'existing-path', path: fromSetup('ZHIBAO_TEST_TIME_SKIPPING') } as const;
  return TestWorkflowEnvironment.createTimeSkipping({ server: { executable }, ...clientWith(codec) });
}

/** A Temporal of a test file's own with the clock of the machine, schedules and visibility; its state is in memory. */
export function createDevServer(codec?: PayloadCodec, more: readonly string[] = []): Promise<TestWorkflowEnvironment> {
  const executable = { type: 'existing-path', path: fromSetup('ZHIBAO_TEST_TEMPORAL') } as const;
  const extraArgs = ['--dynamic-config-value', 'history.timerProcessorMaxTimeShift="20ms"', ...more];
  return TestWorkflowEnvironment.createLocal({ server: { executable, extraArgs }, ...clientWith(codec) });
}

/** For `Worker.create`: all workflows, bundled once for the whole run. */
export function workflowBundle(): { codePath: string } {
  const fault = process.env.ZHIBAO_TEST_BUNDLE_FAULT;
  if (fault) throw new Error(`The workflows could not be bundled: ${fault}`);
  return { codePath: fromSetup('ZHIBAO_TEST_BUNDLE') };
}

const clientWith = (codec?: PayloadCodec) =>
  codec ? { client: { dataConverter: dataConverter(codec), identity: IDENTITY } } : {};

function fromSetup(variable: string): string {
  const text = process.env[variable];
  if (!text) throw new Error(`${variable} is missing: the tests are run by Jest with its global set-up.`);
  return text;
}
