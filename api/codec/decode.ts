import { z } from 'zod';
import type { CountyCodec } from '../../platform/codec.js';
import { openJson } from '../../platform/open-json.js';
import type { OfficialModel } from '../../prisma/generated/models.js';
import type { Deps } from '../deps.js';
import { CASE_NO } from '../http/reads.js';
import { Refused } from '../problem.js';

const Asked = z.object({
  payloads: z.array(z.looseObject({ metadata: z.record(z.string(), z.string()).optional() })).max(10_000),
});
type Asked = z.infer<typeof Asked>;

const KEY = /^zb1\/(?<code>\d{6}|system)/;
const WHY = 'POST /api/codec/decode';

/**
 * Opens payloads for an official, within his area, and notes it before he gets them: a row for each case that they name,
 * or one for the key.
 * @throws Refused MALFORMED_REQUEST, OUT_OF_AREA
 */
export async function decodeFor(
  { db }: Pick<Deps, 'db'>,
  codec: CountyCodec,
  official: OfficialModel,
  body: unknown,
): Promise<unknown> {
  const { data: asked } = Asked.safeParse(body);
  if (!asked) throw new Refused('MALFORMED_REQUEST');
  const keys = keysIn(asked);
  mustBeWithin(official, keys);
  const opened = await openJson(codec, { payloads: asked.payloads }).catch(() => {
    throw new Refused('MALFORMED_REQUEST');
  });
  const cases = new Set(textsIn(opened).match(CASE_NO));
  const subjects = cases.size > 0 ? [...cases] : keys.map((key) => `codec/${key}`);
  const reader = { reader: `official:${official.id}`, roles: [...official.roles], why: WHY };
  await db.personalRead.createMany({ data: subjects.map((subject) => ({ ...reader, subject })) });
  return opened;
}

/** Which keys the payloads were encrypted with. */
function keysIn({ payloads }: Asked): string[] {
  const codes = payloads.flatMap(({ metadata }) => {
    const encoding = Buffer.from(metadata?.['encoding'] ?? '', 'base64').toString();
    return KEY.exec(encoding)?.groups?.['code'] ?? [];
  });
  return [...new Set(codes)];
}

function mustBeWithin({ areaCode }: OfficialModel, keys: readonly string[]): void {
  if (keys.some((key) => key !== 'system' && !key.startsWith(areaCode))) throw new Refused('OUT_OF_AREA');
}

/** What opened payloads say, put together. */
const textsIn = (opened: unknown): string =>
  (opened as { payloads: { data?: string }[] }).payloads
    .map(({ data = '' }) => Buffer.from(data, 'base64').toString())
    .join('\n');
