import type { Actor } from '../../domain/schemas/act.js';
import { StoredReview } from '../../domain/schemas/payee-schedule.js';
import type { Role } from '../../domain/rules/roles.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { casesDigest, ordersDigest } from '../../prisma/schedules.js';
import { signBy } from '../../proof/signed-for-many.js';
import type { OfficialWho } from '../who.js';
import { actsSigner } from './acts-signer.js';

/** As whom an official signs a schedule: in the role in which he may. */
export const signingAs = ({ id, office, areaCode }: OfficialWho, role: Role): Actor => ({
  ...{ id, role, officeId: office.id, areaCode },
});

/** 补贴清册: that he made it, of these cases. */
export async function signMade(tx: Tx, keyring: Keyring, no: string, by: Actor): Promise<void> {
  const what = { kind: 'scheduleMade', no, by, lines: await casesDigest(tx, no) } as const;
  await tx.payeeSchedule.update({ where: { no }, data: { madeSigned: signBy(actsSigner(keyring), what) } });
}

/** 财政复核: what he decided about it, of these orders, and whether a third signature is still awaited. */
export async function signReview(
  tx: Tx,
  keyring: Keyring,
  no: string,
  { by, awaitsThird }: { readonly by: Actor; readonly awaitsThird: boolean },
): Promise<void> {
  const { reviewed } = await read(tx, no);
  const what = { ...reviewed, kind: 'scheduleReviewed', by, awaitsThird } as const;
  await tx.payeeSchedule.update({ where: { no }, data: { reviewSigned: signBy(actsSigner(keyring), what) } });
}

/** The third signature under what was reviewed. */
export async function signThird(tx: Tx, keyring: Keyring, no: string, by: Actor): Promise<void> {
  const { reviewed, reviewedById } = await read(tx, no);
  const what = { ...reviewed, kind: 'scheduleCountersigned', by, reviewedById } as const;
  await tx.payeeSchedule.update({ where: { no }, data: { thirdSigned: signBy(actsSigner(keyring), what) } });
}

async function read(tx: Tx, no: string) {
  const { digest, reviewedById, review } = await tx.payeeSchedule.findUniqueOrThrow({ where: { no } });
  const lines = await ordersDigest(tx, no);
  return { reviewedById, reviewed: { no, digest, lines, review: StoredReview.parse(review) } };
}
