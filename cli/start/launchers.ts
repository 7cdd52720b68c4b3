import { commandOf, isAlive, parentOf, recordOf, type ProcessRecord } from './processes.js';

const LEVELS = 3;

/**
 * The shell and the npm that run this command for `npm start`; nobody if it was run in another way. Npm passes a
 * SIGTERM on to its shell, which ends without telling us: whoever ended npm meant us.
 */
export function launchers(): ProcessRecord[] {
  const found: ProcessRecord[] = [];
  let pid: number | undefined = process.ppid;
  for (let level = 0; level < LEVELS && pid !== undefined; level += 1) {
    const record = recordOf(pid);
    if (record) found.push(record);
    if (/^npm\b/.test(commandOf(pid) ?? '')) return found;
    pid = parentOf(pid);
  }
  return [];
}

export const isAbandoned = (started: ProcessRecord[]): boolean => !started.every(isAlive);
