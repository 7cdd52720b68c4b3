import { readFile, stat } from 'node:fs/promises';
import { OperatorError } from '../operator-error.js';
import { type KeySet, type KeySource, keySetIn } from './key-set.js';

const FOR_OTHERS = 0o077;

/** Keys in a file that nobody but its owner may read: `{"master": "…", "codec": {"1": "…"}}`. */
export class KeyFile implements KeySource {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async read(): Promise<KeySet> {
    const file = this.#file;
    const info = await stat(file).catch(() => undefined);
    if (!info?.isFile()) throw new OperatorError(`没有密钥文件 ${file}。`, `There is no key file ${file}.`);
    if (process.platform !== 'win32' && (info.mode & FOR_OTHERS) !== 0)
      throw new OperatorError(
        `密钥文件 ${file} 他人可读：请执行 chmod 600 后再启动。`,
        `Others may read the key file ${file}: run chmod 600 and start again.`,
      );
    const keys = keySetIn(await readFile(file, 'utf8'));
    if (keys) return keys;
    throw new OperatorError(`密钥文件 ${file} 的内容不正确。`, `The key file ${file} does not hold a set of keys.`);
  }
}
