import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CountyCodec } from '../../platform/codec.js';
import { noteRestore, openRestore } from '../../prisma/restore.js';
import { lastMark } from '../../prisma/restore-mark.js';
import { openCounty } from '../activities/support/county-at-work.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { startWorker } from '../faults/worker-process.js';
import { eventually } from '../support/eventually.js';
import { createDevServer } from '../support/servers.js';

describe('A worker as a process', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let env: Awaited<ReturnType<typeof createDevServer>>;
  const home = mkdtempSync(path.join(tmpdir(), 'zhibao-worker-'));
  const before = process.env.ZHIBAO_HOME;
  beforeAll(async () => {
    process.env.ZHIBAO_HOME = home;
    county = await openCounty(noBank);
    env = await createDevServer(new CountyCodec(county.keyring));
  });
  afterAll(async () => {
    if (before === undefined) delete process.env.ZHIBAO_HOME;
    else process.env.ZHIBAO_HOME = before;
    await env?.teardown();
    await county?.close();
    rmSync(home, { recursive: true, force: true });
  });

  const work = () =>
    startWorker({
      ...{ databaseUrl: county.database.url, temporalAddress: env.address, bankUrl: 'http://127.0.0.1:9' },
    });

  test('ends when a restore is noted, and one that starts on an older database notices it by itself', async () => {
    const first = await work();
    const marked = await eventually(
      () => lastMark(county.db),
      (last) => last > 1,
    );
    await noteRestore(county.db);
    await eventually(
      () => Promise.resolve(first.log.join('')),
      (said) => said.includes('run npm run zhibao -- reconcile'),
    );
    expect(await first.stop()).toBe(1);
    await county.db.restore.updateMany({ data: { comparedAt: new Date(), signedOffAt: new Date() } });

    await county.db.$queryRaw`SELECT setval('restore_mark', ${marked - 1})`;
    const second = work();
    const restore = await eventually(
      () => openRestore(county.db),
      (open) => open !== undefined,
    );
    await county.db.restore.update({ where: { id: restore!.id }, data: { comparedAt: new Date() } });
    const waited = await second;
    expect(waited.log.join('')).toContain('older than what this machine has seen');
    expect(await waited.stop()).toBe(0);
  });
});
