import type { Request } from 'express';
import { invalid, Refused } from '../problem.js';

/** @throws Refused where the header is missing or no key */
export function idempotencyKey(request: Request): string {
  const key = request.get('idempotency-key');
  if (!key) throw new Refused('IDEMPOTENCY_KEY_MISSING');
  if (/^[\x21-\x7e]{8,128}$/.test(key)) return key;
  throw invalid([
    {
      field: 'Idempotency-Key',
      zh: '应为8至128个可见字符，建议使用UUID',
      en: 'Use 8 to 128 visible characters; a UUID is best',
    },
  ]);
}
