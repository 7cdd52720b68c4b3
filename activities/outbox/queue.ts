import type { Db } from '../../prisma/client.js';
import type { Channel } from './carriers.js';

/** A message that was taken for delivery. */
export interface Claimed {
  readonly id: string;
  readonly countyCode: string;
  readonly contentSealed: Uint8Array;
  /** This one included. */
  readonly attempts: number;
}

/** A worker that dies keeps its messages from the others for no longer than this. */
const LEASE_SECONDS = 600;
const AT_ONCE = 20;

/**
 * Takes due messages of a channel, the longest due first. No two workers take the same: `SKIP LOCKED` while both
 * choose, afterwards the lease. The transaction ends before anything is sent.
 */
export function claim(db: Db, channel: Channel): Promise<Claimed[]> {
  // MATERIALIZED: chosen once; a plan that chose again would take more than the limit.
  return db.$queryRaw<Claimed[]>`
    WITH due AS MATERIALIZED (
      SELECT "id" FROM "OutboxMessage"
      WHERE "sentAt" IS NULL AND "dueAt" <= now() AND "channel" = ${channel}::"Channel"
      ORDER BY "dueAt" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
    )
    UPDATE "OutboxMessage" message
    SET "attempts" = message."attempts" + 1, "dueAt" = now() + make_interval(secs => ${LEASE_SECONDS})
    FROM due WHERE message."id" = due."id"
    RETURNING message."id", message."countyCode", message."contentSealed", message."attempts"`;
}

export async function markSent(db: Db, id: string): Promise<void> {
  await db.$executeRaw`UPDATE "OutboxMessage" SET "sentAt" = now(), "lastError" = NULL WHERE "id" = ${id}`;
}

/** @param why a code without personal data */
export async function postpone(db: Db, id: string, why: string, seconds: number): Promise<void> {
  await db.$executeRaw`
    UPDATE "OutboxMessage" SET "lastError" = ${why}, "dueAt" = now() + make_interval(secs => ${seconds})
    WHERE "id" = ${id} AND "sentAt" IS NULL`;
}

/** Gives back what was claimed and not tried, as if it had not been claimed; due again after `seconds`. */
export async function handBack(db: Db, ids: readonly string[], why: string, seconds: number): Promise<void> {
  await db.$executeRaw`
    UPDATE "OutboxMessage"
    SET "attempts" = "attempts" - 1, "lastError" = ${why}, "dueAt" = now() + make_interval(secs => ${seconds})
    WHERE "id" = ANY(${ids}) AND "sentAt" IS NULL`;
}
