import { createHash } from 'node:crypto';

const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();

interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** The root that an inclusion proof leads to (RFC 9162, 2.1.3.2); undefined where it is none. */
export function rootByInclusion({ index, size, leaf, path }: Inclusion): Buffer | undefined {
  if (!isWhole(index) || !isWhole(size) || index >= size) return undefined;
  let [node, last] = [index, size - 1];
  let hash: Buffer = Buffer.from(leaf);
  for (const other of path) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(other, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else hash = nodeHash(hash, other);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? hash : undefined;
}

interface Consistency {
  readonly older: number;
  readonly newer: number;
  readonly olderRoot: Uint8Array;
  readonly newerRoot: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** Whether the older tree is the beginning of the newer one (RFC 9162, 2.1.4.2). */
export function isConsistent({ older, newer, olderRoot, newerRoot, path }: Consistency): boolean {
  if (!isWhole(older) || !isWhole(newer) || older > newer) return false;
  if (older === newer) return path.length === 0 && isSame(olderRoot, newerRoot);
  if (older === 0) return path.length === 0;
  const hashes = isPowerOfTwo(older) ? [olderRoot, ...path] : [...path];
  const first = hashes.shift();
  if (!first) return false;
  let [node, last] = [older - 1, newer - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let old: Buffer = Buffer.from(first);
  let young: Buffer = Buffer.from(first);
  for (const other of hashes) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [old, young] = [nodeHash(other, old), nodeHash(other, young)];
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else young = nodeHash(young, other);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && isSame(old, olderRoot) && isSame(young, newerRoot);
}

const half = (number: number): number => Math.floor(number / 2);
const isWhole = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;
const isPowerOfTwo = (number: number): boolean => Number.isInteger(Math.log2(number));
const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
