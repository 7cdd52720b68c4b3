import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { CountyPolicy } from '../domain/schemas/county-policy.js';
import type { Programme } from '../domain/schemas/programme.js';

/** SHA-256, hex, of the canonical JSON (RFC 8785) of a version's body: the name by which a case refers to it. */
export function digestOfBody(body: unknown): string {
  return createHash('sha256')
    .update(canonicalize(body) ?? '')
    .digest('hex');
}

/** The row of a programme's version. */
export function programmeRow(body: Programme) {
  const { countyCode, code, version } = body;
  const opensAt = new Date(body.opensAt);
  return { digest: digestOfBody(body), countyCode, code, version, opensAt, closesAt: new Date(body.closesAt), body };
}

/** The row of a county policy's version. */
export function policyRow(body: CountyPolicy, effectiveFrom: Date) {
  const { countyCode, version } = body;
  return { digest: digestOfBody(body), countyCode, version, effectiveFrom, body };
}
