import { describe, expect, test } from '@jest/globals';
import {
  ApplicationFailure,
  defaultPayloadConverter,
  type Payload,
  type SerializationContext,
} from '@temporalio/common';
import { decodeFailure, encodeFailure } from '@temporalio/common/lib/internal-non-workflow/index.js';
import proto from '@temporalio/proto';
import fc from 'fast-check';
import { CountyCodec } from '../../platform/codec.js';
import { failureConverter } from '../../platform/failure-converter.cjs';
import { Keyring } from '../../platform/keyring.js';

const keyring = (fill: number) => Keyring.from(Buffer.alloc(32, fill).toString('base64'));
const codec = new CountyCodec(keyring(1));
const inCase = (workflowId: string): SerializationContext => ({ type: 'workflow', namespace: 'default', workflowId });
const chunAn = inCase('330127-2026-000001-7');
const onTheWire = (payload: Payload) => Buffer.from(proto.temporal.api.common.v1.Payload.encode(payload).finish());

async function encodeOne(value: unknown, context: SerializationContext | undefined = chunAn): Promise<Payload> {
  const [encoded] = await codec.encode([defaultPayloadConverter.toPayload(value)], context);
  return encoded!;
}

const keyIdOf = async (workflowId: string) =>
  Buffer.from((await encodeOne(1, inCase(workflowId))).metadata!['encoding']!).toString();

describe('The codec of the histories', () => {
  test('gives back every value as it was', async () => {
    const json = fc.jsonValue({ noUnicodeString: false });
    const value = fc.oneof(json, fc.uint8Array(), fc.constant(undefined), fc.constant(null));
    await fc.assert(
      fc.asyncProperty(value, async (original) => {
        const plain = defaultPayloadConverter.toPayload(original);
        const [decoded] = await codec.decode(await codec.encode([plain], chunAn));
        expect(onTheWire(decoded!)).toEqual(onTheWire(plain));
      }),
    );
  });

  test('leaves nothing of a value in the bytes that are stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[a-z0-9]{6,40}$/), async (secret) => {
        const wire = onTheWire(await encodeOne({ payee: secret }));
        expect(wire.includes(secret)).toBe(false);
        expect(wire.includes(Buffer.from(secret).toString('base64'))).toBe(false);
        expect(wire.includes('payee')).toBe(false);
      }),
    );
  });

  test.each([
    ['a case', '330127-2026-000001-7', 'zb1/330127'],
    ['a performance review', '330127-2026-000001-7-R', 'zb1/330127'],
    ['something that belongs to no county', 'sweep', 'zb1/system'],
    ['a longer number than a county has', '3301271-2026', 'zb1/system'],
  ])('takes for %s the key of its county', async (_what, workflowId, keyId) => {
    expect(await keyIdOf(workflowId)).toBe(keyId);
  });

  test('takes the key that the payload names, whoever reads it and without being told the case', async () => {
    const [decoded] = await new CountyCodec(keyring(1)).decode([await encodeOne('relief')]);
    expect(defaultPayloadConverter.fromPayload(decoded!)).toBe('relief');
    expect((await encodeOne(1, undefined)).metadata).toBeDefined();
  });

  test('refuses under another master key, or when a byte was altered, with a clear error', async () => {
    const encoded = await encodeOne('relief');
    await expect(new CountyCodec(keyring(2)).decode([encoded])).rejects.toThrow(/zb1\/330127.*wrong one.*altered/);
    const altered = Buffer.from(encoded.data!);
    altered[20] = altered[20]! ^ 1;
    await expect(codec.decode([{ ...encoded, data: altered }])).rejects.toThrow(/altered/);
    const renamed = { ...encoded, metadata: { encoding: Buffer.from('zb1/330100') } };
    await expect(codec.decode([renamed])).rejects.toThrow(/zb1\/330100/);
  });

  test('passes through what is not encrypted', async () => {
    const plain = [defaultPayloadConverter.toPayload({ a: 1 }), {}];
    expect(await codec.decode(plain)).toEqual(plain);
  });

  test('adds at most 40 bytes to a payload', async () => {
    const value = { state: 'passed', amountFen: 1_200_000 };
    const plain = onTheWire(defaultPayloadConverter.toPayload(value));
    expect(onTheWire(await encodeOne(value)).length - plain.length).toBeLessThanOrEqual(40);
  });

  test('encrypts the message, the stack and the details of a failure', async () => {
    const thrown = ApplicationFailure.nonRetryable('no such quarry', 'STAGE_MOVED', { seen: 'marble' });
    thrown.stack = 'at limestone.ts';
    const plain = failureConverter.errorToFailure(thrown, defaultPayloadConverter);
    const encoded = await encodeFailure([codec], plain, chunAn);
    const wire = Buffer.from(proto.temporal.api.failure.v1.Failure.encode(encoded).finish());
    for (const secret of ['quarry', 'marble', 'limestone']) expect(wire.includes(secret)).toBe(false);
    const back = failureConverter.failureToError(await decodeFailure([codec], encoded), defaultPayloadConverter);
    expect(back).toMatchObject({ message: 'no such quarry', type: 'STAGE_MOVED', details: [{ seen: 'marble' }] });
  });

  describe('when its key is changed', () => {
    const generation = (fill: number) => Buffer.alloc(32, fill).toString('base64');
    const rotated = (codecKeys: Record<string, string>) =>
      new CountyCodec(Keyring.from(Buffer.alloc(32, 1).toString('base64'), codecKeys));
    const nameOf = ({ metadata }: Payload) => Buffer.from(metadata!['encoding']!).toString();
    const plain = defaultPayloadConverter.toPayload({ amountFen: 7 });
    const sealedBy = async (one: CountyCodec) => (await one.encode([plain], chunAn))[0]!;
    const openedBy = async (one: CountyCodec, sealed: Payload) =>
      defaultPayloadConverter.fromPayload((await one.decode([sealed]))[0]!);

    test('encrypts with the newest, and opens what any before has encrypted', async () => {
      const second = rotated({ 1: generation(2), 2: generation(3) });
      const before = [await sealedBy(codec), await sealedBy(rotated({ 1: generation(2) }))];
      const now = await sealedBy(second);
      expect([...before, now].map(nameOf)).toEqual(['zb1/330127', 'zb1/330127.1', 'zb1/330127.2']);
      for (const sealed of [...before, now]) expect(await openedBy(second, sealed)).toEqual({ amountFen: 7 });
    });

    test('cannot open what is of a generation that is not there, or of another key', async () => {
      const sealed = await sealedBy(rotated({ 1: generation(2) }));
      await expect(codec.decode([sealed])).rejects.toThrow('generation 1');
      await expect(rotated({ 1: generation(9) }).decode([sealed])).rejects.toThrow(
        expect.objectContaining({ code: 'UNSEALABLE' }),
      );
    });
  });
});
