import pg from 'pg';
import { OperatorError } from '../../platform/operator-error.js';

/** The administrator of an embedded PostgreSQL, who owns everything in it. */
export const ACCOUNT = 'postgres';

export const databaseUrl = (port: number, password: string, database: string) =>
  `postgresql://${ACCOUNT}:${password}@127.0.0.1:${port}/${database}`;

/** Creates the database unless it is there. */
export async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`);
  });
}

export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined); // That the server went away is told by the query that fails.
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function isReachable(url: string): Promise<boolean> {
  return withClient(url, async () => true).catch(() => false);
}

/** For a database that the operator named. @throws OperatorError without its password */
export async function assertReachable(url: string): Promise<void> {
  if (await isReachable(url)) return;
  const { host } = new URL(url);
  throw new OperatorError(
    `连不上 DATABASE_URL 所指的数据库（${host}）：请检查地址、用户、密码和数据库名，以及 PostgreSQL 是否在运行。`,
    `The database that DATABASE_URL names, at ${host}, cannot be reached: check the address, user, password and name of the database, and that PostgreSQL is running.`,
  );
}
