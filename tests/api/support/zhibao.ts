import { execFile } from 'node:child_process';
import { commandEnvironment } from '../../support/command-environment.js';
import type { ApiAlone } from './api.js';

/** A command of the operator beside this API: its exit code, and what it said. */
export async function zhibao(
  { database, home, url }: ApiAlone,
  ...args: string[]
): Promise<{ code: number; said: string }> {
  const env = commandEnvironment({
    ...{ databaseUrl: database.url, temporalAddress: '127.0.0.1:1', home, publicUrl: url },
  });
  return await new Promise((resolve) => {
    execFile(process.execPath, ['dist/cli/zhibao.js', ...args], { env }, (error, said, errors) =>
      resolve({ code: Number(error?.code ?? 0), said: said + errors }),
    );
  });
}
