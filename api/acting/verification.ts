import type { NewVerification } from '../../domain/schemas/verification.js';
import type { VerificationModel } from '../../prisma/generated/models.js';
import type { Deps } from '../deps.js';
import { verificationFor } from '../queries/audit/verifications.js';
import { withinArea } from '../queries/visible.js';
import { silentSince } from '../verifying/verifications.js';
import type { OfficialWho } from '../who.js';

type Ground = Pick<Deps, 'db' | 'verifications'>;

/** An auditor has cases verified. Repeated, the act finds its verification. @throws Refused OUT_OF_AREA */
export async function startVerification(
  { db, verifications }: Ground,
  who: OfficialWho,
  id: string,
  { area = who.areaCode, year, full, kept }: NewVerification,
): Promise<VerificationModel> {
  withinArea(who, area);
  const data = [{ id, areaCode: area, year: year ?? null, full, kept, askedById: who.id }];
  const { count } = await db.verification.createMany({ data, skipDuplicates: true });
  if (count > 0) verifications.begin(id);
  return await db.verification.findUniqueOrThrow({ where: { id } });
}

/** One that was broken off goes on; another one is left as it is. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function resumeVerification(
  { db, verifications }: Ground,
  who: OfficialWho,
  id: string,
): Promise<VerificationModel> {
  await verificationFor(db, who, id);
  const where = { id, endedAt: null, heardAt: { lt: silentSince() } };
  const { count } = await db.verification.updateMany({ where, data: { heardAt: new Date() } });
  if (count > 0) verifications.begin(id);
  return await db.verification.findUniqueOrThrow({ where: { id } });
}
