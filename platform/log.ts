import { pino, type Logger } from 'pino';
import type { Settings } from './settings.js';

/**
 * Fields that may carry a secret or a person: cut out wherever they stand at the first three levels. They should not
 * be logged in the first place; this is the net under that rule.
 */
const NEVER = ['password', 'token', 'cookie', 'authorization', 'phone', 'idNumber', 'account', 'fullName'];

/** The log of a process, as JSON lines on standard output. `name`: api, worker, bank, … */
export function createLog(name: string, settings: Pick<Settings, 'logLevel'>): Logger {
  const paths = NEVER.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  paths.push('res.headers["set-cookie"]');
  return pino({ name, level: settings.logLevel, redact: { paths, remove: true } });
}
