import { connectionOf, onServer, quote } from './connection.mjs';
import { log } from './log.mjs';

/** Prisma's code for an error of PostgreSQL or of the connection. */
const PRISMA_CODES = {
  '3D000': 'P1003',
  '28P01': 'P1000',
  28000: 'P1010',
  '42P04': 'P1009',
  ECONNREFUSED: 'P1001',
  ENOTFOUND: 'P1001',
  ETIMEDOUT: 'P1002',
};

/** `schema-engine cli can-connect-to-database | create-database | drop-database`. @returns the exit code */
export async function runDatabaseCommand(command, url) {
  const { config } = connectionOf(url);
  log('INFO', { message: 'Starting schema engine CLI' }); // Prisma's CLI drops the first line.
  try {
    await carryOut(command, url, config.database);
    log('INFO', { message: 'Success' });
    return 0;
  } catch (error) {
    const message = error.message || `Can't reach database server at ${config.host}:${config.port}`;
    log('ERROR', { message, error_code: PRISMA_CODES[error.code] ?? 'P1011', is_panic: false });
    return 1;
  }
}

async function carryOut(command, url, database) {
  const onPostgres = (sql) => onServer(url, 'postgres', (client) => client.query(sql));
  if (command === 'create-database') await onPostgres(`CREATE DATABASE ${quote(database)}`);
  else if (command === 'drop-database') await onPostgres(`DROP DATABASE IF EXISTS ${quote(database)}`);
  else await onServer(url, database, async () => undefined);
}
