import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const run = promisify(execFile);
const COMMAND = path.resolve('dist/cli/zhibao.js');

// The long form: npm run faults -- --seed N
test('whatever is killed when, every household is paid once and every order has its end', async () => {
  const said = await run(process.execPath, [
    COMMAND,
    'faults',
    '--seed',
    'short',
    '--cases',
    '8',
    '--kills',
    '10',
  ]).catch((error: { code: number; stdout: string; stderr: string }) => error);
  expect(said).not.toHaveProperty('code');
  expect(said.stdout).toContain('kills 10');
  expect(said.stdout).toMatch(/credits at the bank (?:[89]|\d\d)/);
}, 480_000);
