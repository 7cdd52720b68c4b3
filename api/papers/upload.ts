import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Request, RequestHandler, Response } from 'express';
import multer from 'multer';
import { PAPER_BYTES } from '../../domain/rules/paper-limits.js';

/** A file that came with a form, in the incoming folder until it is taken over or thrown away. */
export interface IncomingFile {
  readonly path: string;
  readonly bytes: number;
}

const LIMITS = { fileSize: PAPER_BYTES, files: 1, fields: 5, fieldSize: 4096, fieldNameSize: 60, parts: 6 };

export const papersFolder = (home: string): string => path.join(home, 'papers');

/** Reads forms with one `file` into the incoming folder, beside the store, so that a rename takes it over. */
export function uploads(home: string): RequestHandler {
  const incoming = path.join(papersFolder(home), 'incoming');
  mkdirSync(incoming, { recursive: true });
  return async (request, response, next) => {
    const name = randomUUID();
    const storage = multer.diskStorage({ destination: incoming, filename: (_request, _file, use) => use(null, name) });
    try {
      await readBody(multer({ storage, limits: LIMITS }).single('file'), request, response);
    } catch (error) {
      // What could not be written to its end stays half written, unless we throw it away.
      await throwAway({ path: path.join(incoming, name), bytes: 0 });
      return next(error);
    }
    next();
  };
}

/** @throws what the reader throws: too large, unreadable */
export const readBody = (reader: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    void reader(request, response, (error?: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('the body could not be read'));
      else resolve();
    });
  });

export const incomingFile = ({ file }: Request): IncomingFile | undefined =>
  file && { path: file.path, bytes: file.size };

export async function throwAway(file: IncomingFile | undefined): Promise<void> {
  if (file) await unlink(file.path).catch(() => undefined);
}
