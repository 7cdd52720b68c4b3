import canonicalize from 'canonicalize';
import { caseNoIn } from '../domain/rules/case-number.js';
import { Leaf, type LeafKind, type LeafOf, subjectOf } from '../domain/schemas/leaf.js';
import type { Tx } from './client.js';

/** Logs what is to be proved, in the transaction it follows from; a sweep gives it its place in the log. */
export async function log(tx: Tx, ...leaves: readonly Leaf[]): Promise<void> {
  await tx.logEntry.createMany({ data: leaves.map(entryOf) });
}

function entryOf(leaf: Leaf) {
  const subject = subjectOf(leaf);
  return { kind: leaf.kind, subject, caseNo: caseNoIn(subject) ?? null, leaf: canonicalize(Leaf.parse(leaf))! };
}

/** What was last logged about something. */
export async function lastLogged<K extends LeafKind>(tx: Tx, kind: K, subject: string): Promise<LeafOf<K> | undefined> {
  const row = await tx.logEntry.findFirst({ where: { kind, subject }, orderBy: { id: 'desc' } });
  return row ? (Leaf.parse(JSON.parse(row.leaf)) as LeafOf<K>) : undefined;
}

/** Everything that was logged about something of one kind, in order. */
export async function allLogged<K extends LeafKind>(tx: Tx, kind: K, subject: string): Promise<LeafOf<K>[]> {
  const rows = await tx.logEntry.findMany({ where: { kind, subject }, orderBy: { id: 'asc' } });
  return rows.map(({ leaf }) => Leaf.parse(JSON.parse(leaf)) as LeafOf<K>);
}

/** Whoever numbers leaves, signs a head or logs what must not be logged twice does so alone. */
const LOG_LOCK = 6962;

export async function lockLog(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${LOG_LOCK})::text`;
}
