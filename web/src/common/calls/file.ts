import { answered, textOf } from './call.js';
import { NoAnswer } from './refusal.js';

interface Kept {
  readonly name: string;
  readonly content: Blob;
}

/** A file that the API gives, and what it calls it. @throws Refusal with the API's words; NoAnswer where none came */
export async function fileAt(address: string): Promise<Kept> {
  const headers = { accept: '*/*' };
  const response = await fetch(address, { headers, credentials: 'same-origin' }).catch(noAnswer);
  if (!response.ok) return answered(response.status, await textOf(response));
  return { name: nameIn(response.headers), content: await response.blob().catch(noAnswer) };
}

function noAnswer(cause: unknown): never {
  throw new NoAnswer({ cause });
}

function nameIn(headers: Headers): string {
  const disposition = headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded === undefined ? (/filename="?([^";]+)/i.exec(disposition)?.[1] ?? '') : decodeURIComponent(encoded);
}
