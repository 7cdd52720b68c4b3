import { isOfCounty } from '../../prisma/areas.js';
import { shanghaiDate, startOfShanghaiDay } from '../../domain/rules/working-days.js';
import { CountyPolicy } from '../../domain/schemas/county-policy.js';
import type { NewPolicy } from '../../domain/schemas/policy-version.js';
import { uuidFor } from '../../platform/digest.js';
import type { Db } from '../../prisma/client.js';
import { policyRow } from '../../prisma/versions.js';
import { found, invalid, Refused } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { type DraftSigning, waitsFor } from './draft-signing.js';

const TOO_EARLY = {
  field: 'effectiveFrom',
  zh: '新版本应从明天或以后生效',
  en: 'A new version counts from tomorrow or later',
};

/**
 * A draft of the next version, in place of the one that waited. Repeated, the act finds its draft. Answers its ID.
 *
 * @throws Refused OUT_OF_AREA above a county, INVALID_INPUT for a day that has begun
 */
export async function proposePolicy(
  db: Db,
  who: OfficialWho,
  actId: string,
  { effectiveFrom, policy }: NewPolicy,
): Promise<string> {
  const { areaCode: countyCode } = who;
  if (!isOfCounty(countyCode)) throw new Refused('OUT_OF_AREA');
  if (effectiveFrom <= shanghaiDate(Date.now())) throw invalid([TOO_EARLY]);
  const id = uuidFor(actId, 'policy');
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`policy/${countyCode}`}))`;
    if ((await tx.policyDraft.count({ where: { id } })) > 0) return;
    const newest = await tx.countyPolicy.findFirst({ where: { countyCode }, orderBy: { version: 'desc' } });
    const body = { ...policy, countyCode, version: (newest?.version ?? 0) + 1 };
    const { digest, effectiveFrom: from } = policyRow(body, new Date(startOfShanghaiDay(effectiveFrom)));
    const replaced = { decidedAt: new Date(), decidedById: who.id, agreed: false };
    await tx.policyDraft.updateMany({ where: { countyCode, decidedAt: null }, data: replaced });
    await tx.policyDraft.create({ data: { id, countyCode, digest, body, effectiveFrom: from, proposedById: who.id } });
  });
  return id;
}

/**
 * The second signature: puts a draft into force from its day, or takes it off. Cases keep the version they began with.
 *
 * @throws Refused NOT_FOUND, PROPOSAL_CHANGED, ALREADY_SIGNED
 */
export async function signPolicy(db: Db, who: OfficialWho, id: string, signing: DraftSigning): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "PolicyDraft" WHERE "id" = ${id} FOR UPDATE`;
    const draft = found(await tx.policyDraft.findFirst({ where: { id, countyCode: who.areaCode } }));
    if (!waitsFor(who, draft, draft.proposedById, signing)) return;
    const { agrees } = signing;
    const body = CountyPolicy.parse(draft.body);
    const { countyCode, version } = body;
    const later = await tx.countyPolicy.count({ where: { countyCode, version: { gte: version } } });
    if (later > 0 || (agrees && draft.effectiveFrom <= new Date())) throw new Refused('PROPOSAL_CHANGED');
    if (agrees) await tx.countyPolicy.create({ data: policyRow(body, draft.effectiveFrom) });
    const data = { decidedAt: new Date(), decidedById: who.id, agreed: agrees };
    await tx.policyDraft.update({ where: { id }, data });
  });
}
