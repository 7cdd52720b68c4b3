import { ROUTES } from 'virtual:routes';
import type { RouteId } from '../../../../domain/routes.js';
import { addressOf, answered, call, textOf } from './call.js';
import type { CasePaperUpload, TakenAt } from '../../../../domain/schemas/paper.js';
import { NoAnswer } from './refusal.js';
import type { Answered, Asked } from './types.js';

/** What is lost at most when the line breaks: a few seconds of a weak one. */
const PART_BYTES = 128 * 1024;

interface Upload {
  readonly applicationId: string;
  readonly kind: string;
  readonly file: Blob;
  readonly name: string;
  /** Of a photograph: where it was taken. */
  readonly taken?: TakenAt | undefined;
  /** Of the paper: the same key sends it once however often it is tried, and goes on where it was cut. */
  readonly key: string;
  /** Told how much of it has left, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Sends a paper part by part, from where it was cut the last time. @throws Refusal, NoAnswer */
export async function uploadPaper({ applicationId: id, kind, file, name, taken, key, onProgress }: Upload) {
  const params = { id, uploadId: key };
  let { received } = await call('getUpload', { params });
  while (received < file.size) {
    onProgress?.(received / file.size);
    const part = file.slice(received, received + PART_BYTES, file.type);
    const body = { offset: received };
    ({ received } = await sendForm('sendPart', { params, body }, { part, name }));
  }
  onProgress?.(1);
  return await sendForm('addPaper', { params: { id }, body: { kind, uploadId: key, ...placeOf(taken) } }, { key });
}

function placeOf(taken: TakenAt | undefined): Partial<CasePaperUpload> {
  if (!taken) return {};
  const { latitude, longitude, accuracyMetres, at: takenAt } = taken;
  return { latitude, longitude, takenAt, ...(accuracyMetres !== null && { accuracyMetres }) };
}

interface Sent {
  readonly part?: Blob;
  readonly name?: string;
  readonly key?: string;
}

/** A row of the table whose body is a form. @throws Refusal, NoAnswer */
export async function sendForm<Id extends RouteId>(
  id: Id,
  asked: Asked<Id>,
  { part, name, key }: Sent,
): Promise<Answered<Id>> {
  const form = new FormData();
  const { body = {} } = asked as { body?: object };
  for (const [field, value] of Object.entries(body)) form.set(field, String(value));
  if (part) form.set('file', part, name);
  const headers = new Headers({ accept: 'application/json', ...(key !== undefined && { 'idempotency-key': key }) });
  const init: RequestInit = {
    method: ROUTES[id].method.toUpperCase(),
    headers,
    credentials: 'same-origin',
    body: form,
  };
  const response = await fetch(addressOf(id, asked), init).catch((cause: unknown) => {
    throw new NoAnswer({ cause });
  });
  return answered(response.status, await textOf(response));
}
