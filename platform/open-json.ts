import type { Payload, PayloadCodec } from '@temporalio/common';

interface PayloadJson {
  readonly metadata?: Readonly<Record<string, string>>;
  readonly data?: string;
}

/**
 * The JSON of a history, or of a part of it, with every payload in it opened. @throws UnsealError with another key, or
 * where a byte was altered
 */
export async function openJson(codec: PayloadCodec, json: unknown): Promise<unknown> {
  if (Array.isArray(json)) return await Promise.all(json.map((item) => openJson(codec, item)));
  if (json === null || typeof json !== 'object') return json;
  if (isPayload(json)) return await openPayload(codec, json);
  const parts = await Promise.all(
    Object.entries(json).map(async ([name, part]) => [name, await openJson(codec, part)] as const),
  );
  return Object.fromEntries(parts);
}

const isPayload = (json: object): json is PayloadJson =>
  'metadata' in json && typeof (json as PayloadJson).metadata?.encoding === 'string';

async function openPayload(codec: PayloadCodec, { metadata = {}, data = '' }: PayloadJson): Promise<PayloadJson> {
  const sealed: Payload = {
    metadata: Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value, 'base64')])),
    data: Buffer.from(data, 'base64'),
  };
  const [opened] = await codec.decode([sealed]);
  const inside = Object.entries(opened?.metadata ?? {});
  return {
    metadata: Object.fromEntries(inside.map(([name, value]) => [name, Buffer.from(value).toString('base64')])),
    data: Buffer.from(opened?.data ?? []).toString('base64'),
  };
}
