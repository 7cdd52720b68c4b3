import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const program = path.resolve('dist/bank/simulator/main.js');

export const newBankHome = () => mkdtemp(path.join(tmpdir(), 'zhibao-bank-'));

/** The simulator as a process of its own, ready, on a free port. */
export async function startBank(home: string, more: Record<string, string> = {}) {
  const env = { ...process.env, BANK_PORT: '0', BANK_HOME: home, ...more };
  const child = spawn(process.execPath, [program], { env });
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const ended = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exited;
  };
  for await (const line of createInterface(child.stdout)) {
    const { msg, port } = JSON.parse(line) as { msg: string; port: number };
    if (msg === 'listening')
      return {
        url: `http://127.0.0.1:${port}`,
        port,
        pid: child.pid!,
        kill: () => ended('SIGKILL'),
        stop: () => ended('SIGTERM'),
      };
  }
  throw new Error('The bank ended before it listened.');
}

/** How the simulator ends when it cannot start. */
export async function startInVain(env: Record<string, string>) {
  const child = spawn(process.execPath, [program], { env: { ...process.env, ...env } });
  let sentence = '';
  child.stderr.on('data', (chunk: Buffer) => (sentence += chunk.toString()));
  // A bank that starts against expectation must not outlive the test.
  child.stdout.once('data', () => child.kill('SIGKILL'));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, sentence };
}
