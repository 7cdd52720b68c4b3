import type { Role } from '../../domain/rules/roles.js';
import type { Actor } from '../../domain/schemas/act.js';
import { OfficialSignature } from '../../domain/schemas/official-signature.js';
import { StoredReview } from '../../domain/schemas/payee-schedule.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { PayeeScheduleModel as Schedule } from '../../prisma/generated/models.js';
import { casesDigest, ordersDigest } from '../../prisma/schedules.js';
import { type ForMany, isSignedForMany } from '../../proof/signed-for-many.js';
import { publicKeysOf } from '../../proof/signing-key.js';

/** Who made a schedule, of the cases that are on it, as the API signed it for him; if it did. */
export async function makerOf(tx: Tx, keyring: Keyring, schedule: Schedule): Promise<Actor | undefined> {
  const { no, madeById, madeSigned } = schedule;
  const lines = await casesDigest(tx, no);
  const post = { id: madeById, role: 'paymentMaker' } as const;
  return signer(keyring, madeSigned, post, (by) => ({ kind: 'scheduleMade', no, by, lines }));
}

interface Reviewers {
  readonly by: Actor;
  readonly cosigner: Actor | undefined;
  readonly review: StoredReview;
}

/** Who reviewed it, and countersigned where that was awaited: with what they decided, of the orders that are on it. */
export async function reviewersOf(tx: Tx, keyring: Keyring, schedule: Schedule): Promise<Reviewers | undefined> {
  const { no, digest, reviewedById, reviewSigned, thirdById, thirdSigned } = schedule;
  const review = StoredReview.safeParse(schedule.review).data;
  if (!review) return undefined;
  const reviewed = { no, digest, review, lines: await ordersDigest(tx, no) };
  const as = (id: string | null) => ({ id, role: 'paymentReviewer' }) as const;
  const awaitsThird = thirdById !== null;
  const by = signer(keyring, reviewSigned, as(reviewedById), (who) => ({
    ...{ ...reviewed, kind: 'scheduleReviewed', by: who, awaitsThird },
  }));
  const cosigner = signer(keyring, thirdSigned, as(thirdById), (who) => ({
    ...{ ...reviewed, kind: 'scheduleCountersigned', by: who, reviewedById },
  }));
  return by && (cosigner || !awaitsThird) ? { by, cosigner, review } : undefined;
}

interface Post {
  readonly id: string | null;
  readonly role: Role;
}

function signer(keyring: Keyring, kept: unknown, { id, role }: Post, what: (by: Actor) => ForMany): Actor | undefined {
  const signed = OfficialSignature.safeParse(kept).data;
  if (signed?.by.id !== id || signed.by.role !== role) return undefined;
  return isSignedForMany(publicKeysOf(keyring.signingSeeds('acts')), what(signed.by), signed) ? signed.by : undefined;
}
