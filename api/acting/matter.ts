import type { Tx } from '../../prisma/client.js';
import { type Matter, matterId as idOf } from '../../prisma/matters/matter.js';
import { Refused } from '../problem.js';
import { awaits, inboxOf } from '../queries/matters.js';
import type { OfficialWho } from '../who.js';

/** What waits for this official under that name, if anything does. @throws Refused NOT_AWAITED for whoever only reads it */
export async function matterFor(tx: Tx, who: OfficialWho, id: string): Promise<Matter | undefined> {
  const matter = await matterSeenBy(tx, who, id);
  if (matter && !awaits(who, matter)) throw new Refused('NOT_AWAITED');
  return matter;
}

/** The same for whoever sees it. */
export async function matterSeenBy(tx: Tx, who: OfficialWho, id: string): Promise<Matter | undefined> {
  const { matters } = await inboxOf(tx, who);
  return matters.find((matter) => matter.id === id);
}

/** @throws Refused TASK_TAKEN where somebody else has claimed it */
export async function claimMatter(tx: Tx, matterId: string, claimedById: string): Promise<void> {
  await tx.matterClaim.createMany({ data: { matterId, claimedById }, skipDuplicates: true });
  await mustNotBeTaken(tx, claimedById, matterId);
}

/** Given to somebody, whoever had it. */
export async function assignMatter(tx: Tx, matterId: string, claimedById: string): Promise<void> {
  const data = { claimedById, claimedAt: new Date() };
  await tx.matterClaim.upsert({ where: { matterId }, create: { matterId, ...data }, update: data });
}

/** @throws Refused TASK_TAKEN where somebody else has claimed it */
export async function releaseMatter(tx: Tx, matterId: string, claimedById: string): Promise<void> {
  await mustNotBeTaken(tx, claimedById, matterId);
  await tx.matterClaim.deleteMany({ where: { matterId, claimedById } });
}

/** @throws Refused TASK_TAKEN where somebody else has claimed what waits since then */
export async function mustBeFree(tx: Tx, who: OfficialWho, waiting: Parameters<typeof idOf>[0]): Promise<void> {
  await mustNotBeTaken(tx, who.id, idOf(waiting));
}

async function mustNotBeTaken(tx: Tx, officialId: string, matterId: string): Promise<void> {
  const claim = await tx.matterClaim.findUnique({ where: { matterId } });
  if (claim && claim.claimedById !== officialId) throw new Refused('TASK_TAKEN');
}
