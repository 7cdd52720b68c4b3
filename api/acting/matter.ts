import type { Tx } from '../../prisma/client.js';
import { type Matter, matterId as idOf } from '../../prisma/matters/matter.js';
import { Refused } from '../problem.js';
import { awaits, mattersSeenBy } from '../queries/matters.js';
import { type OfficialWho, postsOf } from '../who.js';

/** What waits for this official under that name, if anything does. @throws Refused NOT_AWAITED for whoever only reads it */
export async function matterFor(tx: Tx, who: OfficialWho, id: string): Promise<Matter | undefined> {
  const matter = await matterSeenBy(tx, who, id);
  if (matter && !awaits(who, matter)) throw new Refused('NOT_AWAITED');
  return matter;
}

/** The same for whoever sees it. */
export async function matterSeenBy(tx: Tx, who: OfficialWho, id: string): Promise<Matter | undefined> {
  return (await mattersSeenBy(tx, who)).find((matter) => matter.id === id);
}

/** Also what an absent colleague had claimed. @throws Refused TASK_TAKEN where somebody else has claimed it */
export async function claimMatter(tx: Tx, who: OfficialWho, matterId: string): Promise<void> {
  const data = { claimedById: who.id, claimedAt: new Date() };
  await tx.matterClaim.createMany({ data: { matterId, ...data }, skipDuplicates: true });
  await tx.matterClaim.updateMany({ where: { matterId, claimedById: { in: postsOf(who) } }, data });
  await mustNotBeTaken(tx, who, matterId);
}

/** Given to somebody, whoever had it. */
export async function assignMatter(tx: Tx, matterId: string, claimedById: string): Promise<void> {
  const data = { claimedById, claimedAt: new Date() };
  await tx.matterClaim.upsert({ where: { matterId }, create: { matterId, ...data }, update: data });
}

/** @throws Refused TASK_TAKEN where somebody else has claimed it */
export async function releaseMatter(tx: Tx, who: OfficialWho, matterId: string): Promise<void> {
  await mustNotBeTaken(tx, who, matterId);
  await tx.matterClaim.deleteMany({ where: { matterId, claimedById: { in: postsOf(who) } } });
}

/** @throws Refused TASK_TAKEN where somebody else has claimed what waits since then */
export async function mustBeFree(tx: Tx, who: OfficialWho, waiting: Parameters<typeof idOf>[0]): Promise<void> {
  await mustNotBeTaken(tx, who, idOf(waiting));
}

async function mustNotBeTaken(tx: Tx, who: OfficialWho, matterId: string): Promise<void> {
  const claim = await tx.matterClaim.findUnique({ where: { matterId } });
  if (claim && !postsOf(who).includes(claim.claimedById)) throw new Refused('TASK_TAKEN');
}
