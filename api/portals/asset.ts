import path from 'node:path';
import type { RequestHandler, Response } from 'express';
import { Refused } from '../problem.js';
import { BUILT } from './built.js';

/** What the build has compressed, in the order in which it is preferred. */
const ENCODINGS = { br: '.br', gzip: '.gz' } as const;
const NO_FILE: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'EISDIR'];

/** A script or style by its name below the built pages, compressed where its reader takes that. */
export const asset =
  (cacheControl: string): RequestHandler =>
  async (request, response) => {
    const name = path.posix.normalize(request.path);
    response.setHeader('Cache-Control', cacheControl);
    response.vary('Accept-Encoding');
    const encoding = request.acceptsEncodings(['br', 'gzip']);
    const packed = encoding === 'br' || encoding === 'gzip' ? encoding : undefined;
    if (packed && (await sent(response.type(path.extname(name)), name + ENCODINGS[packed], packed))) return;
    response.removeHeader('Content-Encoding');
    if (!(await sent(response, name))) throw new Refused('NOT_FOUND');
  };

/** Whether there was such a file. */
function sent(response: Response, name: string, encoding?: string): Promise<boolean> {
  if (encoding) response.setHeader('Content-Encoding', encoding);
  return new Promise((resolve, reject) => {
    response.sendFile(name, { root: BUILT, cacheControl: false }, (error) => {
      // A reader who goes away needs no answer.
      if (!error || response.destroyed) resolve(true);
      else if (NO_FILE.includes((error as NodeJS.ErrnoException).code)) resolve(false);
      else reject(error);
    });
  });
}
