import { portFor, type Copy } from './copy.js';
import { databaseUrl, ensureDatabase } from './database.js';
import type { Part } from './part.js';
import { startPostgres, stopPostgres } from './postgres.js';
import { DATABASE } from './process-environment.js';

/** The embedded PostgreSQL. It writes its own number and port down, in its folder. */
export function postgresPart(copy: Copy): Part {
  const folder = copy.home.at('postgres');
  const password = copy.keys.postgresPassword;
  return {
    zh: '数据库',
    en: 'database',
    mayBeKilled: false,
    start: async () => {
      try {
        const server = await startPostgres({ folder, password, port: await portFor(copy, 'postgres') });
        copy.state.setPort('postgres', server.port);
        await ensureDatabase(databaseUrl(server.port, password, 'postgres'), DATABASE);
        return server.process;
      } catch (cause) {
        await stopPostgres(folder).catch(() => undefined); // What counts is why it did not start.
        throw cause;
      }
    },
    stop: () => stopPostgres(folder),
  };
}
