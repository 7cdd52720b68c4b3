import { createHash } from 'node:crypto';
import type { Tx } from './client.js';

/** Rows that are logged by their digest, many at a time: those written after `from`, up to and with `to`. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** How many there are, and the SHA-256 of them in order, a line each. */
export interface SpanDigest {
  readonly count: number;
  readonly sha256: string;
}

/** Reads of personal data. */
export async function digestOfReads(tx: Tx, { from, to }: Span): Promise<SpanDigest> {
  const rows = await tx.$queryRaw<{ line: string }[]>`
    SELECT jsonb_build_array("id", "reader", "roles", "subject", "why", "at")::text AS line FROM "PersonalRead"
    WHERE "at" > ${from} AND "at" <= ${to} ORDER BY "id"`;
  return digestOf(rows);
}

/** Transactions of the ledger, each with its entries. */
export async function digestOfLedger(tx: Tx, { from, to }: Span): Promise<SpanDigest> {
  const rows = await tx.$queryRaw<{ line: string }[]>`
    SELECT jsonb_build_array(t."key", t."kind", t."caseNo", t."reference", t."documentNo", t."byId", t."at",
      (SELECT jsonb_agg(jsonb_build_array(e."accountId", e."amountFen"::text) ORDER BY e."accountId")
       FROM "LedgerEntry" e WHERE e."transactionKey" = t."key"))::text AS line
    FROM "LedgerTransaction" t WHERE t."at" > ${from} AND t."at" <= ${to} ORDER BY t."key"`;
  return digestOf(rows);
}

function digestOf(rows: readonly { line: string }[]): SpanDigest {
  const hash = createHash('sha256');
  for (const { line } of rows) hash.update(line).update('\n');
  return { count: rows.length, sha256: hash.digest('hex') };
}
