import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { OperatorError } from '../../platform/operator-error.js';
import { importRegister, type RegisterImportResult } from '../../prisma/register/import-register.js';
import { rejectedRows } from '../../prisma/register/rejected-rows.js';
import { readTable } from '../../prisma/register/table.js';
import { onRecords } from '../start/on-records.js';
import { sayOnConsole } from '../start/say.js';

/**
 * Imports a register file, with a progress bar, and puts the rejected rows beside it.
 * @returns how many rows were rejected
 * @throws OperatorError
 */
export async function importFile(file: string): Promise<number> {
  const bytes = await readable(file);
  const bar = new SingleBar({ format: '导入 importing {bar} {value}/{total}' });
  const onProgress = (done: number, total: number) => {
    bar.setTotal(total);
    bar.update(done);
  };
  try {
    const result = await onRecords(async (db, keyring) => {
      bar.start(0, 0);
      return await importRegister(db, keyring, { bytes, onProgress });
    });
    bar.stop();
    await report(file, bytes, result);
    return result.rejections.length;
  } finally {
    bar.stop();
  }
}

async function readable(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new OperatorError(`文件 ${file} 读不出来（${why}）。`, `The file ${file} cannot be read (${why}).`);
  }
}

/** The rejected rows lie beside the file; those of an earlier import of it are replaced, or gone if none is left. */
async function report(
  file: string,
  bytes: Buffer,
  { lines, changed, rejections }: RegisterImportResult,
): Promise<void> {
  const rejected = rejections.length;
  sayOnConsole(
    `共 ${lines} 行，变更 ${changed} 行，退回 ${rejected} 行。`,
    `${lines} rows, ${changed} changed, ${rejected} rejected.`,
  );
  const beside = `${file}.rejected.csv`;
  if (rejected === 0) return rm(beside, { force: true });
  // The rows hold personal data: readable by whoever imports, and nobody else.
  await writeFile(`${beside}.new`, rejectedRows(await readTable(bytes), rejections), { mode: 0o600 });
  await rename(`${beside}.new`, beside);
  sayOnConsole(
    `退回的行和原因在 ${beside}，改正后可直接导入该文件；因有行被退回，本命令的退出码为 1。`,
    `The rejected rows and the reasons are in ${beside}: correct them there and import that file; since rows were rejected, this command exits with 1.`,
  );
}
