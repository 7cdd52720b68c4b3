import type { Finding } from './finding.js';
import { GrowingTree, leafHash } from './merkle.js';
import { isHeadSignedBy, readHead } from './tree-head.js';

/** A head as it is published. */
export interface PublishedHead {
  readonly size: number;
  readonly root: string;
  readonly note: string;
}

interface Log {
  /** In the order of their numbers. */
  readonly leaves: AsyncIterable<{ readonly index: number; readonly leaf: string }>;
  /** In the order of their sizes. */
  readonly heads: readonly PublishedHead[];
  /** Heads that the auditor kept (notes). */
  readonly kept: readonly string[];
  /** Keys that sign heads, base64. */
  readonly keys: readonly string[];
}

/** (1) The log against its signed heads, and these against those that the auditor kept. Answers how many leaves it has. */
export async function checkLog(log: Log): Promise<{ size: number; findings: Finding[] }> {
  const roots = new Map<number, string>();
  const wanted = new Set([
    ...log.heads.map(({ size }) => size),
    ...log.kept.flatMap((note) => readHead(note)?.size ?? []),
  ]);
  const tree = new GrowingTree();
  const findings: Finding[] = [];
  for await (const { index, leaf } of log.leaves) {
    if (index !== tree.size) {
      findings.push({ kind: 'leafMissing', subject: String(tree.size), found: String(index) });
      break;
    }
    tree.add(leafHash(leaf));
    if (wanted.has(tree.size)) roots.set(tree.size, tree.root().toString('hex'));
  }
  const at = { roots, size: tree.size, isWhole: findings.length === 0 };
  for (const head of log.heads) findings.push(...checkHead(head, log.keys, at));
  for (const note of log.kept) findings.push(...checkKept(note, log, at));
  return { size: tree.size, findings };
}

interface Computed {
  readonly roots: ReadonlyMap<number, string>;
  readonly size: number;
  /** Whether the leaves go on without a gap to the end. */
  readonly isWhole: boolean;
}

function checkHead({ size, root, note }: PublishedHead, keys: readonly string[], computed: Computed): Finding[] {
  const subject = String(size);
  const said = readHead(note);
  if (said?.size !== size || said.root !== root)
    return [{ kind: 'headChanged', subject, found: note.split('\n')[2] ?? note }];
  if (!keys.some((key) => isHeadSignedBy(note, key))) return [{ kind: 'headForged', subject }];
  return checkRoot(size, root, computed);
}

function checkRoot(size: number, proved: string, { roots, size: found, isWhole }: Computed): Finding[] {
  const subject = String(size);
  const root = roots.get(size);
  if (root === undefined)
    return isWhole ? [{ kind: 'logTruncated', subject, proved: subject, found: String(found) }] : [];
  return root === proved ? [] : [{ kind: 'rootDiffers', subject, proved, found: root }];
}

function checkKept(note: string, { heads, keys }: Log, computed: Computed): Finding[] {
  const kept = readHead(note);
  if (!kept) return [];
  const subject = String(kept.size);
  if (!keys.some((key) => isHeadSignedBy(note, key))) return [{ kind: 'headForged', subject, found: kept.root }];
  const published = heads.find(({ size }) => size === kept.size);
  if (!published)
    return [{ kind: 'headMissing', subject, proved: kept.root }, ...checkRoot(kept.size, kept.root, computed)];
  if (published.root !== kept.root) return [{ kind: 'headDiffers', subject, proved: kept.root, found: published.root }];
  return [];
}
