import { setTimeout as sleep } from 'node:timers/promises';
import canonicalize from 'canonicalize';
import type { Keyring } from '../platform/keyring.js';
import { mentionsIn } from '../prisma/answers.js';
import { type Db, Prisma } from '../prisma/client.js';
import { sha256 } from '../platform/digest.js';
import { problemOf, Refused } from './problem.js';

/** The first answer to an act: kept for good, or until the household that it is about is erased. */
export interface FirstAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly location?: string;
}

export interface ActKey {
  readonly actor: string;
  readonly route: string;
  readonly key: string;
}

/** Longer than any act takes: whoever holds it and dies is succeeded after it. */
const LEASE_SECONDS = 30;
/** How long a repetition waits for the first. */
const WAIT_MS = 15_000;
const POLL_MS = { first: 25, last: 500 };

/** Answers that say nothing about the act: it may be tried again with the same key. */
const isPassing = (code: string): boolean =>
  ['UNAVAILABLE', 'INTERNAL', 'TOO_MANY_REQUESTS', 'IN_PROGRESS'].includes(code);

/** A keyed digest: a short body (an account) could be guessed from a plain one. */
export const bodyDigest = (keyring: Keyring, body: unknown): string =>
  keyring.lookup('request', sha256(canonicalize(body) ?? ''));

/**
 * Does an act once for its key.
 *
 * 1. The same key and body get the first answer again, refusals too, for good.
 * 2. Another body is refused (IDEMPOTENCY_KEY_REUSED).
 * 3. Repetitions that come meanwhile wait for the first, within bounds (IN_PROGRESS).
 * 4. If whoever began it died, the next one takes over after the lease; the act itself finds what was done already.
 */
export async function once(
  db: Db,
  key: ActKey,
  digest: string,
  act: (takenOver: boolean) => Promise<FirstAnswer>,
): Promise<FirstAnswer> {
  const until = Date.now() + WAIT_MS;
  for (let pause = POLL_MS.first; ; pause = Math.min(pause * 2, POLL_MS.last)) {
    const claim = await claimOrRead(db, key, digest);
    if (claim.kind === 'answered') return claim.answer;
    if (claim.kind === 'mine') return await carryOut(db, key, () => act(claim.takenOver));
    if (Date.now() + pause > until) throw new Refused('IN_PROGRESS');
    await sleep(pause);
  }
}

type Claim = { kind: 'mine'; takenOver: boolean } | { kind: 'answered'; answer: FirstAnswer } | { kind: 'busy' };

async function claimOrRead(db: Db, { actor, route, key }: ActKey, digest: string): Promise<Claim> {
  const inserted = await db.$executeRaw`
    INSERT INTO "IdempotencyKey" ("actor", "route", "key", "bodyDigest", "leaseUntil")
    VALUES (${actor}, ${route}, ${key}, ${digest}, now() + make_interval(secs => ${LEASE_SECONDS}))
    ON CONFLICT DO NOTHING`;
  if (inserted === 1) return { kind: 'mine', takenOver: false };

  const row = await db.idempotencyKey.findUniqueOrThrow({ where: { actor_route_key: { actor, route, key } } });
  if (row.bodyDigest !== digest) throw new Refused('IDEMPOTENCY_KEY_REUSED');
  if (row.status !== null) return { kind: 'answered', answer: row.answer as unknown as FirstAnswer };

  const taken = await db.$executeRaw`
    UPDATE "IdempotencyKey" SET "leaseUntil" = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE "actor" = ${actor} AND "route" = ${route} AND "key" = ${key} AND "status" IS NULL AND "leaseUntil" <= now()`;
  return taken === 1 ? { kind: 'mine', takenOver: true } : { kind: 'busy' };
}

async function carryOut(db: Db, key: ActKey, act: () => Promise<FirstAnswer>): Promise<FirstAnswer> {
  try {
    return await keep(db, key, await act());
  } catch (error) {
    if (error instanceof Refused && !isPassing(error.code)) {
      const body = problemOf(error);
      return await keep(db, key, { status: body.status, body });
    }
    await release(db, key);
    throw error;
  }
}

/** Answers with what is kept: the first answer is the same to the letter however often it is given. */
async function keep(db: Db, { actor, route, key }: ActKey, answer: FirstAnswer): Promise<FirstAnswer> {
  const mentions = mentionsIn(`${actor} ${route} ${JSON.stringify(answer)}`);
  const data = { status: answer.status, answer: answer as unknown as Prisma.InputJsonObject, mentions };
  await db.idempotencyKey.updateMany({ where: { actor, route, key, status: null }, data });
  const kept = await db.idempotencyKey.findUniqueOrThrow({ where: { actor_route_key: { actor, route, key } } });
  return kept.answer as unknown as FirstAnswer;
}

/** Nothing is known to have been done: the next one need not wait for the lease. */
async function release(db: Db, { actor, route, key }: ActKey): Promise<void> {
  await db.$executeRaw`
    UPDATE "IdempotencyKey" SET "leaseUntil" = now()
    WHERE "actor" = ${actor} AND "route" = ${route} AND "key" = ${key} AND "status" IS NULL`;
}
