import type { Finding } from './finding.js';
import { leavesOf } from './leaves.js';
import { leafHash } from './merkle.js';
import { isConsistent, rootByInclusion } from './merkle-proofs.js';
import type { Pack } from './pack.js';
import { isHeadSignedBy, readHead } from './tree-head.js';

/**
 * (1) The leaves of a pack against its head, and that against the heads that the auditor kept. Its key is taken from
 * these where there are any: whoever made the pack may have made a key too.
 */
export function checkPackLog(pack: Pack, kept: readonly string[]): Finding[] {
  const { note, leaves } = pack;
  const head = readHead(note);
  if (!head) return [{ kind: 'headChanged', subject: '—', found: note }];
  const subject = String(head.size);
  const keys = leavesOf(leaves, 'key').flatMap(({ purpose, publicKey }) => (purpose === 'heads' ? [publicKey] : []));
  const findings: Finding[] = keys.some((key) => isHeadSignedBy(note, key)) ? [] : [{ kind: 'headForged', subject }];
  for (const { index, leaf, path } of leaves) {
    const proof = { index, size: head.size, leaf: leafHash(leaf), path: path.map(bytes) };
    if (rootByInclusion(proof)?.toString('hex') === head.root) continue;
    findings.push({ kind: 'leafUnproved', subject: String(index), found: leaf });
  }
  return [...findings, ...kept.flatMap((one) => checkKept(one, pack, keys))];
}

function checkKept(kept: string, { note, older }: Pack, keys: readonly string[]): Finding[] {
  const [mine, theirs] = [readHead(kept), readHead(note)!];
  if (!mine) return [];
  const subject = String(mine.size);
  if (!keys.some((key) => isHeadSignedBy(kept, key))) return [{ kind: 'headForged', subject, found: mine.root }];
  if (mine.size === theirs.size) {
    return mine.root === theirs.root ? [] : [{ kind: 'headDiffers', subject, proved: mine.root, found: theirs.root }];
  }
  const path = older.find((one) => readHead(one.note)?.size === mine.size)?.path.map(bytes);
  const sizes = { older: mine.size, newer: theirs.size, olderRoot: bytes(mine.root), newerRoot: bytes(theirs.root) };
  return path && isConsistent({ ...sizes, path }) ? [] : [{ kind: 'headUnproved', subject, proved: mine.root }];
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
