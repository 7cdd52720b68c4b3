import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import proto from '@temporalio/proto';
import { type Keyring, type NamedKey, SYSTEM } from './keyring.js';
import { openBytes, seal } from './seal.js';

// A history has a hundred payloads: one short metadata entry says both that it is ours and which key opens it.
const ENCODING = 'encoding';
const PREFIX = 'zb1/';
const JSON_PLAIN = 'json/plain';
/** What a handler without a result answers: there is nothing in it to be read. */
const NOTHING = 'binary/null';

/** First byte of the plain bytes: nearly every payload is JSON, and its metadata need not be carried along. */
const Inner = { json: 1, payload: 2 } as const;

/**
 * Encrypts every payload with the key of the county whose case it belongs to (six leading digits of the workflow ID),
 * or the system's. Payloads that are not encrypted pass through when decoding.
 */
export class CountyCodec implements PayloadCodec {
  readonly #keyring: Keyring;

  constructor(keyring: Keyring) {
    this.#keyring = keyring;
  }

  async encode(payloads: Payload[], context?: SerializationContext): Promise<Payload[]> {
    const key = this.#keyFor(context);
    return payloads.map((payload) => (encodingOf(payload) === NOTHING ? payload : encrypt(key, payload)));
  }

  /** @throws UnsealError with another master key, or when a byte was altered */
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => {
      const encoding = encodingOf(payload);
      if (!encoding?.startsWith(PREFIX)) return payload;
      return decrypt(this.#keyring.codecKey(encoding.slice(PREFIX.length)), payload);
    });
  }

  #keyFor(context: SerializationContext | undefined): NamedKey {
    const county = /^\d{6}(?=-)/.exec(context?.workflowId ?? '')?.[0];
    return this.#keyring.codec(county ?? SYSTEM);
  }
}

function encrypt({ id, key }: NamedKey, payload: Payload): Payload {
  const encoding = PREFIX + id;
  return { metadata: { [ENCODING]: Buffer.from(encoding) }, data: seal(key, pack(payload), encoding) };
}

function decrypt({ id, key }: NamedKey, payload: Payload): Payload {
  return unpack(openBytes(key, payload.data ?? new Uint8Array(), PREFIX + id));
}

function pack(payload: Payload): Buffer {
  const bare = Object.keys(payload.metadata ?? {}).length === 1 && !payload.externalPayloads?.length;
  if (bare && encodingOf(payload) === JSON_PLAIN) {
    return Buffer.concat([Buffer.of(Inner.json), payload.data ?? new Uint8Array()]);
  }
  return Buffer.concat([Buffer.of(Inner.payload), proto.temporal.api.common.v1.Payload.encode(payload).finish()]);
}

function unpack(plain: Buffer): Payload {
  const data = plain.subarray(1);
  if (plain[0] === Inner.json) return { metadata: { [ENCODING]: Buffer.from(JSON_PLAIN) }, data };
  return proto.temporal.api.common.v1.Payload.decode(data);
}

function encodingOf(payload: Payload): string | undefined {
  const encoding = payload.metadata?.[ENCODING];
  return encoding && Buffer.from(encoding).toString();
}
