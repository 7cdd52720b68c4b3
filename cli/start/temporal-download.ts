import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { promisify } from 'node:util';
import { placeChecked, type Fetch } from './checked-executable.js';
import { PROGRAMS } from './temporal-programs.js';

const run = promisify(execFile);

/**
 * The download that Temporal's SDK makes, from the same place. Done here because the SDK runs what it has fetched
 * at once, before anybody could compare a checksum.
 */
export const downloadOfficial = downloadFrom('https://temporal.download');

/** As `downloadOfficial`, from another host that answers the same. */
export function downloadFrom(host: string): Fetch {
  return (name, target, signal) =>
    placeChecked(name, target, async (folder) => {
      const { artifact, version } = PROGRAMS[name];
      const arch = process.arch === 'x64' ? 'amd64' : process.arch;
      const about = `${host}/${artifact}/${version}?arch=${arch}&platform=${process.platform}&format=tar.gz`;
      const info = (await (await get(about, signal)).json()) as { archiveUrl: string; fileToExtract: string };
      const archive = path.join(folder, 'archive.tar.gz');
      const { body } = await get(info.archiveUrl, signal);
      await pipeline(Readable.fromWeb(body as ReadableStream), createWriteStream(archive), { signal });
      await run('tar', ['-xzf', archive, '-C', folder, info.fileToExtract], { signal });
      return path.join(folder, info.fileToExtract);
    });
}

async function get(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`);
  return response;
}
