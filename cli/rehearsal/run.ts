import { randomInt } from 'node:crypto';
import { open, writeFile } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { OperatorError } from '../../platform/operator-error.js';
import { loadStartSettings } from '../../platform/settings.js';
import { sayOnConsole } from '../start/say.js';
import { rehearse } from './rehearse.js';
import type { Report } from './report.js';
import { reportText } from './report-text.js';

export interface RehearseOptions {
  households: number;
  url?: string;
  seed?: string;
  json?: string;
}

/** The command: rehearses with a progress bar, prints the report. Exit code 1 if any case ended unexpectedly. @throws OperatorError */
export async function run({ households, url = ownUrl(), seed = newSeed(), json }: RehearseOptions): Promise<void> {
  sayOnConsole(
    `演练 ${households} 户，种子 ${seed}（用 --seed ${seed} 可重复同样的搭配）：${url}`,
    `Rehearsing with ${households} households, seed ${seed} (--seed ${seed} mixes the same scripts again): ${url}`,
  );
  if (json !== undefined) await assertWritable(json);
  const report = await withProgress(households, (onEnded) => rehearse({ households, url, seed, onEnded }));
  if (json !== undefined) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(reportText(report));
  if (report.unexpected > 0) process.exitCode = 1;
}

/** Before all the work, not after it. */
async function assertWritable(file: string): Promise<void> {
  try {
    await (await open(file, 'a')).close();
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new OperatorError(
      `结果不能写入 ${file}（${why}）：请用 --json 另指一个文件。`,
      `The result cannot be written to ${file} (${why}): name another file with --json.`,
    );
  }
}

const ownUrl = (): string => `http://127.0.0.1:${loadStartSettings().port}`;
const newSeed = (): string => String(randomInt(1_000_000));

/** The library draws nothing where there is no terminal. */
async function withProgress(
  households: number,
  work: (onEnded: (ended: number) => void) => Promise<Report>,
): Promise<Report> {
  const bar = new SingleBar({
    format: '演练 rehearsing {bar} {value}/{total}  {duration_formatted}',
    hideCursor: true,
  });
  bar.start(households, 0);
  try {
    return await work((ended) => bar.update(ended));
  } finally {
    bar.stop();
  }
}
