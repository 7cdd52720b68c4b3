import pg from 'pg';
import type { Db } from '../../prisma/client.js';
import { eventually } from './eventually.js';

/** Does something while the rows of a query are locked. */
export async function whileHeld(databaseUrl: string, query: string, work: (watcher: pg.Client) => Promise<unknown>) {
  const holder = new pg.Client({ connectionString: databaseUrl });
  const watcher = new pg.Client({ connectionString: databaseUrl });
  await Promise.all([holder.connect(), watcher.connect()]);
  try {
    await holder.query('BEGIN');
    await holder.query(query);
    await work(watcher);
    await holder.query('COMMIT');
  } finally {
    await Promise.all([holder.end(), watcher.end()]);
  }
}

const WAITING = `FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

/** Whether somebody waits for a row that we hold. */
export async function isHeldUp(watcher: pg.Client): Promise<boolean> {
  return (await watcher.query(`SELECT 1 ${WAITING}`)).rowCount !== 0;
}

/** Ends the sessions that wait for a row. */
export async function endWhoWaits(watcher: pg.Client): Promise<void> {
  await watcher.query(`SELECT pg_terminate_backend(pid) ${WAITING}`);
}

/** Once somebody waits for a row that is held. */
export async function untilHeldUp(db: Db): Promise<void> {
  await eventually(
    () => db.$queryRawUnsafe<object[]>(`SELECT 1 ${WAITING}`),
    (waiting) => waiting.length > 0,
  );
}
