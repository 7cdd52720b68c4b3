import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../cli/start/ports.js';
import { TEST_KEY } from '../support/demonstration-database.js';

const PROGRAM = path.resolve('dist/api/main.js');

interface Where {
  readonly databaseUrl: string;
  readonly home: string;
  /** Without it the workflow engine is away. */
  readonly temporalAddress?: string;
  /** The largest file the process may write, in blocks of 512 bytes: its disk is as good as full then. */
  readonly fileBlocks?: number;
}

/** The API as a process of its own. */
export async function startApi({ databaseUrl, home, temporalAddress = '127.0.0.1:9', fileBlocks }: Where) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    ...{ PORT: String(port), PUBLIC_URL: url, DATABASE_URL: databaseUrl, ZHIBAO_HOME: home, ZHIBAO_KEY: TEST_KEY },
    ...{ TEMPORAL_ADDRESS: temporalAddress, BANK_URL: 'http://127.0.0.1:9', ZHIBAO_SESSION_SECRET: 's'.repeat(32) },
    ...{ ZHIBAO_DEMONSTRATION: 'true', LOG_LEVEL: 'info' },
  };
  const child = spawn(
    'sh',
    ['-c', `ulimit -f ${fileBlocks ?? 'unlimited'}; exec "$0" "$1"`, process.execPath, PROGRAM],
    { env },
  );
  const exited = once(child, 'exit');
  const log: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => log.push(chunk.toString()));
  const listens = new Promise<boolean>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      log.push(line);
      if (line.includes('"listening"')) resolve(true);
    });
  });
  if (!(await Promise.race([listens, exited.then(() => false)]))) throw new Error(`The API ended:\n${log.join('\n')}`);
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return { url, stop };
}
