import type { Tx } from './client.js';

/** Whoever reconciles a day, or signs it, does so alone, until his transaction ends. */
export async function lockDay(tx: Tx, date: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reconciliation/${date}`}, 0))`;
}
