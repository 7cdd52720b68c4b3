import { randomBytes } from 'node:crypto';
import { sha256 } from '../platform/digest.js';
import type { Tx } from './client.js';
import type { OfficialModel } from './generated/models.js';

/** A new token of an official; it is shown once and not stored. */
export async function issueCodecToken(tx: Tx, officialId: string, hours: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + hours * 3_600_000);
  await tx.codecToken.create({ data: { sha256: sha256(token), officialId, expiresAt } });
  return token;
}

/** Whose token it is, while it is good and he may still. */
export async function ownerOfCodecToken(tx: Tx, token: string): Promise<OfficialModel | undefined> {
  const row = await tx.codecToken.findUnique({ where: { sha256: sha256(token) }, include: { official: true } });
  if (!row || row.expiresAt.getTime() <= Date.now() || !row.official.active) return undefined;
  return mayOpen(row.official) ? row.official : undefined;
}

/** Auditors and administrators: payloads hold codes, amounts and references, and nothing of who the people are. */
export const mayOpen = ({ roles }: Pick<OfficialModel, 'roles'>): boolean =>
  roles.includes('auditor') || roles.includes('administrator');
