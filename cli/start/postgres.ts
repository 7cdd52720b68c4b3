import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { databaseUrl, isReachable } from './database.js';
import { brokenFolder, dataOf, lastFault, layOut, logOf, prepareFolder, reason } from './postgres-folder.js';
import { postgresPrograms, type PostgresPrograms } from './postgres-programs.js';
import { commandOf, recordOf, type ProcessRecord, worksIn } from './processes.js';
import { waitUntil } from './wait.js';

const run = promisify(execFile);

/** A PostgreSQL that runs on its own: it does not end with whoever started it. */
export interface PostgresServer {
  port: number;
  process: ProcessRecord;
}

export interface PostgresOptions {
  /** Holds `data` and `server.log`; belongs to the account under which PostgreSQL runs. */
  folder: string;
  password: string;
  /** Used unless the server runs already. */
  port: number;
  /** Further settings, for example `fsync=off`. */
  settings?: string[];
}

/** Starts the server of this folder, or adopts it if it runs. The first time its data are laid out. @throws OperatorError */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const programs = await postgresPrograms();
  await prepareFolder(options.folder, programs);
  const data = dataOf(options.folder);
  const running = await runningServer(options, programs);
  if (running) return running;
  await layOut(options.folder, options.password, programs);
  await pgCtl(
    programs,
    ['start', '-D', data, '-w', '-t', '60', '-l', logOf(options.folder), '-o', serverFlags(options)],
    options,
  );
  return fromPidFile(data);
}

/** @param hurry do not wait for sessions to end and write no checkpoint: the next start recovers */
export async function stopPostgres(folder: string, hurry = false): Promise<void> {
  const programs = await postgresPrograms();
  const stop = (mode: string) => pgCtlRaw(programs, ['stop', '-D', dataOf(folder), '-w', '-t', '30', '-m', mode]);
  if (!(await isRunning(programs, folder))) return;
  await stop(hurry ? 'immediate' : 'fast').catch(() => stop('immediate'));
}

function serverFlags({ port, settings = [] }: PostgresOptions): string {
  const all = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', ...settings];
  return all.map((setting) => `-c ${setting}`).join(' ');
}

async function runningServer(
  options: PostgresOptions,
  programs: PostgresPrograms,
): Promise<PostgresServer | undefined> {
  if (!(await isRunning(programs, options.folder))) return undefined;
  const server = await fromPidFile(dataOf(options.folder));
  const url = databaseUrl(server.port, options.password, 'postgres');
  if (!(await waitUntil(() => isReachable(url), 30_000)))
    throw brokenFolder(options.folder, 'the running server does not answer');
  return server;
}

async function isRunning(programs: PostgresPrograms, folder: string): Promise<boolean> {
  try {
    await pgCtlRaw(programs, ['status', '-D', dataOf(folder)]);
  } catch {
    return false;
  }
  // Killed and not yet buried by its parent, or, after a restart of the machine, the number of another program.
  const data = dataOf(folder);
  const pid = Number((await pidFile(data))[0]);
  const command = commandOf(pid);
  if (recordOf(pid) && (command === undefined || command.includes('postgres'))) return true;
  // The file keeps a second server out while children of a killed one still write.
  if (!(await waitUntil(() => !worksIn(data), 10_000)))
    throw brokenFolder(folder, 'processes of a killed server remain');
  await rm(path.join(data, 'postmaster.pid'));
  return false;
}

const pidFile = async (data: string): Promise<string[]> =>
  (await readFile(path.join(data, 'postmaster.pid'), 'utf8')).split('\n');

async function fromPidFile(data: string): Promise<{ port: number; process: ProcessRecord }> {
  const lines = await pidFile(data);
  const process = recordOf(Number(lines[0]));
  if (!process) throw brokenFolder(path.dirname(data), 'the server ended at once');
  return { port: Number(lines[3]), process };
}

async function pgCtl(programs: PostgresPrograms, args: string[], { folder }: PostgresOptions): Promise<void> {
  try {
    await pgCtlRaw(programs, args);
  } catch (cause) {
    throw brokenFolder(folder, await lastFault(logOf(folder)).catch(() => reason(cause)));
  }
}

const pgCtlRaw = ({ pgCtl, runAs }: PostgresPrograms, args: string[]) => run(pgCtl, args, { ...runAs, cwd: '/' });
