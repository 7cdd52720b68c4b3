import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { OperatorError } from '../../platform/operator-error.js';
import type { Home } from './home.js';

const schema = z.object({
  /** The master key, 32 bytes in base64. */
  key: z.base64(),
  sessionSecret: z.string().min(32),
  postgresPassword: z.string().min(16),
});

/** The secrets of one copy, made at its first start and kept in `keys.json`, readable by its owner only. */
export type Keys = z.infer<typeof schema>;

/** @throws OperatorError if the file is damaged, or missing where there are data already */
export async function loadOrMakeKeys(home: Home): Promise<Keys> {
  const known = loadKeys(home);
  if (known) return known;
  if (existsSync(home.at('postgres', 'data'))) throw lost(home);
  const keys = {
    key: randomBytes(32).toString('base64'),
    sessionSecret: randomBytes(32).toString('base64url'),
    postgresPassword: randomBytes(24).toString('hex'),
  };
  const file = fileOf(home);
  await writeFile(`${file}.new`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return keys;
}

/** @returns undefined if nothing was ever started in this folder. @throws OperatorError if the file is damaged */
export function loadKeys(home: Home): Keys | undefined {
  if (!existsSync(fileOf(home))) return undefined;
  try {
    return schema.parse(JSON.parse(readFileSync(fileOf(home), 'utf8')));
  } catch {
    throw lost(home);
  }
}

const fileOf = (home: Home) => home.at('keys.json');

/** New keys would open nothing of what is there: they are never made over old data. */
function lost(home: Home): OperatorError {
  return new OperatorError(
    `数据文件夹已有数据，但密钥文件 ${fileOf(home)} 丢失或损坏：没有它就读不出已有数据，请从备份恢复它，或用 ZHIBAO_HOME 另指一个文件夹。`,
    `The data folder holds data, but its key file ${fileOf(home)} is missing or damaged: without it the data cannot be read; restore it from a backup, or name another folder with ZHIBAO_HOME.`,
  );
}
