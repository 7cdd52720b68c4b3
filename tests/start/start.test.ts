import { statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { databaseUrl, withClient } from '../../cli/start/database.js';
import { homeAt } from '../../cli/start/home.js';
import { loadKeys } from '../../cli/start/keys.js';
import { RunState } from '../../cli/start/run-state.js';
import { waitUntil } from '../../cli/start/wait.js';
import {
  aliveOf,
  begin,
  endAll,
  newPlace,
  processesOf,
  removePlace,
  startCopy,
  stopCopy,
  type Place,
  type Start,
} from '../support/copy.js';

const ALL = ['api', 'bank', 'postgres', 'temporal', 'worker'];

jest.setTimeout(240_000);

describe('One copy, from its first start on', () => {
  let place: Place;
  let start: Start | undefined;

  beforeAll(async () => {
    place = await newPlace();
  });

  afterAll(async () => {
    await endAll();
    removePlace(place);
  });

  test('the first start brings everything up and says where to go and who may log in', async () => {
    start = await startCopy(place);
    expect(aliveOf(processesOf(place)).toSorted()).toEqual(ALL);
    expect(await isReady(place)).toBe(true);
    expect(start.output()).toContain(`http://localhost:${place.port}`);
    expect(start.output()).toContain('ca-checker-1');
    expect(start.output()).toMatch(/演练县：.* yl-checker-1、yl-339901100-verifier-1.* 15499010001 至 15499010500。/);
  });

  test('only its owner can read the keys', () => {
    expect(statSync(path.join(place.home, 'keys.json')).mode & 0o777).toBe(0o600);
  });

  test('a second start in the same folder is refused in one sentence and disturbs nothing', async () => {
    const second = begin({ ...place, port: place.port });
    expect(await second.ended()).toBe(1);
    expect(second.output()).toMatch(/已由另一个正在运行的直报使用.*\n.*in use by another zhibao.*\n$/);
    expect(await isReady(place)).toBe(true);
  });

  test('a process that dies is started again', async () => {
    const api = processesOf(place).api;
    process.kill(api?.pid ?? 0, 'SIGKILL');
    await waitUntil(() => start?.output().includes('网站服务已恢复运行') ?? false, 30_000);
    expect(start?.output()).toContain('网站服务意外退出');
    expect(await isReady(place)).toBe(true);
    expect(processesOf(place).api?.pid).not.toBe(api?.pid);
  });

  test('told to stop, it ends everything and exits with 0', async () => {
    await keepSomething(place);
    const processes = processesOf(place);
    expect(start && (await stopCopy(start))).toBe(0);
    expect(aliveOf(processes)).toEqual([]);
  });

  test('the next start goes on with the data and the workflows where they were', async () => {
    start = await startCopy(place);
    expect(await isKept(place)).toBe(true);
  });

  test('a start after a SIGKILL takes the servers over, replaces our own processes, and can end them all', async () => {
    const before = processesOf(place);
    start?.signal('SIGKILL');
    await start?.ended();
    expect(aliveOf(before).toSorted()).toEqual(ALL);
    start = await startCopy(place);
    const after = processesOf(place);
    expect([after.postgres, after.temporal]).toEqual([before.postgres, before.temporal]);
    expect(aliveOf(before).toSorted()).toEqual(['postgres', 'temporal']);
    expect(await isKept(place)).toBe(true);
    expect(await stopCopy(start)).toBe(0);
    expect(aliveOf(after)).toEqual([]);
  });

  test('a start after everything was killed goes on too', async () => {
    start = await startCopy(place);
    const processes = processesOf(place);
    start.signal('SIGKILL');
    await start.ended();
    for (const { pid } of Object.values(processes)) process.kill(pid, 'SIGKILL');
    await waitUntil(() => aliveOf(processes).length === 0, 10_000);
    start = await startCopy(place);
    expect(await isKept(place)).toBe(true);
  });
});

async function isReady({ port }: Place): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
}

/** A row in the database and a workflow that waits for a worker. */
async function keepSomething(place: Place): Promise<void> {
  await withClient(urlOf(place), (client) => client.query('CREATE TABLE kept AS SELECT 1 AS one'));
  await withTemporal(place, (client) => client.workflow.start('waiting', { taskQueue: 'nobody', workflowId: 'kept' }));
}

async function isKept(place: Place): Promise<boolean> {
  const { rows } = await withClient(urlOf(place), (client) => client.query('SELECT one FROM kept'));
  const described = await withTemporal(place, (client) => client.workflow.getHandle('kept').describe());
  return rows.length === 1 && described.status.name === 'RUNNING';
}

function urlOf({ home }: Place): string {
  const { ports } = new RunState(homeAt(home));
  return databaseUrl(ports.postgres ?? 0, loadKeys(homeAt(home))?.postgresPassword ?? '', 'zhibao');
}

async function withTemporal<Result>({ home }: Place, work: (client: Client) => Promise<Result>): Promise<Result> {
  const address = `127.0.0.1:${new RunState(homeAt(home)).ports.temporal}`;
  const connection = await Connection.connect({ address });
  try {
    return await work(new Client({ connection }));
  } finally {
    await connection.close();
  }
}
