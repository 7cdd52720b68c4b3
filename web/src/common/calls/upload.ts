import { addressOf, answered } from './call.js';
import { NoAnswer } from './refusal.js';
import type { Answered } from './types.js';

interface Upload {
  readonly applicationId: string;
  readonly kind: string;
  readonly file: Blob;
  readonly name: string;
  readonly key: string;
  /** Told how much of it has left, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Sends a paper; the same key sends it once however often it is tried. @throws Refusal, NoAnswer */
export function uploadPaper({ applicationId, kind, file, name, key, onProgress }: Upload) {
  return new Promise<Answered<'addPaper'>>((resolve, reject) => {
    const form = new FormData();
    form.set('kind', kind);
    form.set('file', file, name);
    const request = new XMLHttpRequest();
    request.open('POST', addressOf('addPaper', { params: { id: applicationId }, body: { kind } }));
    request.setRequestHeader('idempotency-key', key);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0));
    const cut = () => reject(new NoAnswer());
    for (const ending of ['error', 'abort', 'timeout']) request.addEventListener(ending, cut);
    request.addEventListener('load', () => {
      try {
        resolve(answered(request.status, request.responseText));
      } catch (error) {
        reject(error as Error);
      }
    });
    request.send(form);
  });
}
