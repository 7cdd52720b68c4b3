import { randomUUID } from 'node:crypto';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // What a test looks into is what it asserts on.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

interface Content {
  readonly body: string | FormData;
  readonly type?: string;
}

interface Extras {
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody with a browser of his own: his cookies, and a new idempotency key for every act unless one is given. */
export class Visitor {
  readonly #url: string;
  #cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  get cookie(): string {
    return this.#cookie;
  }

  get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    this.#send('GET', path, undefined, { headers });
  delete = (path: string) => this.#send('DELETE', path, undefined, {});
  post = (path: string, body: unknown = {}, extras: Extras = {}) => this.#send('POST', path, json(body), extras);
  put = (path: string, body: unknown, extras: Extras = {}) => this.#send('PUT', path, json(body), extras);
  patch = (path: string, body: unknown, extras: Extras = {}) => this.#send('PATCH', path, json(body), extras);

  /** A form with a file, as a browser sends it. */
  upload(path: string, fields: Readonly<Record<string, string>>, file?: Uint8Array, extras: Extras = {}) {
    const form = new FormData();
    for (const [name, text] of Object.entries(fields)) form.set(name, text);
    if (file) form.set('file', new Blob([Buffer.from(file)], { type: 'image/png' }), 'photo.png');
    return this.#send('POST', path, { body: form }, extras);
  }

  /** A part of a file, from its byte `offset` on. */
  sendPart(path: string, offset: number, part: Uint8Array) {
    const form = new FormData();
    form.set('offset', String(offset));
    form.set('file', new Blob([Buffer.from(part)], { type: 'image/png' }), 'photo.png');
    return this.#send('PUT', path, { body: form }, {});
  }

  async #send(method: string, path: string, content: Content | undefined, extras: Extras) {
    const headers = new Headers(extras.headers);
    if (this.#cookie) headers.set('cookie', this.#cookie);
    if (content?.type && !headers.has('content-type')) headers.set('content-type', content.type);
    if (method === 'POST' && extras.key !== null) headers.set('idempotency-key', extras.key ?? randomUUID());
    const response = await fetch(this.#url + path, {
      method,
      headers,
      redirect: 'manual',
      ...(content && { body: content.body }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie) this.#cookie = cookie;
    return await answered(response);
  }
}

const json = (body: unknown) => ({
  body: typeof body === 'string' ? body : JSON.stringify(body),
  type: 'application/json',
});

async function answered(response: Response): Promise<Answered> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
  const body: unknown = isJson ? JSON.parse(bytes.toString()) : bytes;
  return { status: response.status, headers: response.headers, body };
}
