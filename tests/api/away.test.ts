import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { Pool } from 'pg';
import { pino } from 'pino';
import { Engine } from '../../api/engine.js';
import { createApi } from '../../api/server.js';
import { Keyring } from '../../platform/keyring.js';
import { connect } from '../../prisma/client.js';
import { TEST_KEY } from '../support/demonstration-database.js';
import { eventually } from '../support/eventually.js';
import { createDevServer } from '../support/servers.js';
import { Visitor } from './support/visitor.js';

const log = pino({ level: 'silent' });
const NOBODY = 'postgresql://nobody:nothing@127.0.0.1:1/none';

describe('without its database', () => {
  const db = connect(NOBODY);
  const pool = new Pool({ connectionString: NOBODY });
  const server = createServer();
  let visitor: Visitor;
  beforeAll(async () => {
    server.listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const home = path.join(tmpdir(), `zhibao-api-away-${process.pid}`);
    const url = `http://127.0.0.1:${port}`;
    const settings = {
      home,
      port,
      publicUrl: url,
      sessionSecret: 's'.repeat(40),
      trustedProxies: 0,
      demonstration: false,
    };
    const engine = new Engine(() => Promise.reject(new Error('away')), log);
    server.on(
      'request',
      createApi({
        settings,
        db,
        pool,
        engine,
        log,
        keyring: Keyring.from(TEST_KEY),
        verifications: { begin: () => {} },
      }),
    );
    visitor = new Visitor(url);
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await Promise.all([pool.end(), db.$disconnect()]);
  });

  test('the API says that it is unavailable, to everything, and lives', async () => {
    const answers = [
      await visitor.get('/api/programmes'),
      await visitor.post('/api/session/code', { phone: '13800000000' }),
      await visitor.get('/api/session', { cookie: `zhibao-${(server.address() as AddressInfo).port}=s%3Aabc.def` }),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual(['UNAVAILABLE', 'UNAVAILABLE', 'NOT_SIGNED_IN']);
    expect((await visitor.get('/healthz')).status).toBe(200);
    const { status, body } = await visitor.get('/readyz');
    expect([status, body]).toEqual([503, { status: 'away', postgres: false, temporal: false }]);
  });
});

describe('the workflow engine', () => {
  test('that was away is found again when it is back', async () => {
    const env = await createDevServer();
    try {
      let isBack = false;
      const client = async () => {
        if (!isBack) throw new Error('away');
        return new Client({ connection: await Connection.connect({ address: env.address }) });
      };
      const engine = new Engine(client, log);
      expect(await engine.isReachable()).toBe(false);
      isBack = true;
      // Nobody waits for it: until it is asked again it is away.
      expect(await engine.isReachable()).toBe(false);
      expect(
        await eventually(
          () => engine.isReachable(),
          (reachable) => reachable,
        ),
      ).toBe(true);
      await engine.close();
    } finally {
      await env.teardown();
    }
  });

  test('that does not know a case is not away for the others', async () => {
    const env = await createDevServer();
    try {
      const engine = new Engine(() => Promise.resolve(env.client), log);
      expect(await engine.tell((cases) => cases.tellObjection('339901-2026-999999-9', crypto.randomUUID()))).toBe(
        false,
      );
      expect(await engine.isReachable()).toBe(true);
    } finally {
      await env.teardown();
    }
  });
});
