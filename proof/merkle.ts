import { createHash } from 'node:crypto';

/*
 * The Merkle tree of RFC 6962, 2.1: SHA-256, leaves and nodes hashed under different first bytes. A tree is given by the
 * hashes of its leaves in order.
 */
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

const sha = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

export const leafHash = (data: string | Uint8Array): Buffer =>
  sha(LEAF, typeof data === 'string' ? Buffer.from(data) : data);

const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha(NODE, left, right);

/** Grows leaf by leaf, and knows its root at every size. */
export class GrowingTree {
  /** Roots of the full trees that it consists of, the largest first. */
  readonly #peaks: Buffer[];
  #size: number;

  /** Goes on from a tree whose size and peaks (hex) are known. */
  constructor(size = 0, peaks: readonly string[] = []) {
    this.#size = size;
    this.#peaks = peaks.map((hex) => Buffer.from(hex, 'hex'));
  }

  get size(): number {
    return this.#size;
  }

  get peaks(): string[] {
    return this.#peaks.map((peak) => peak.toString('hex'));
  }

  add(leaf: Buffer): void {
    let node = leaf;
    // Two full trees of the same size make one.
    for (let size = this.#size++; size % 2 === 1; size = (size - 1) / 2) node = nodeHash(this.#peaks.pop()!, node);
    this.#peaks.push(node);
  }

  root(): Buffer {
    return (
      this.#peaks.reduceRight<Buffer | undefined>((right, left) => (right ? nodeHash(left, right) : left), undefined) ??
      sha()
    );
  }
}

/** A whole tree, for proofs about it: the roots of its full subtrees are computed once. */
export class Tree {
  /** Level by level from the leaves; a node whose subtree is not full is not in it. */
  readonly #levels: Buffer[][];

  constructor(leaves: readonly Buffer[]) {
    this.#levels = [[...leaves]];
    for (let below = this.#levels[0]!; below.length > 1; below = this.#levels.at(-1)!) {
      this.#levels.push(
        Array.from({ length: Math.floor(below.length / 2) }, (_, at) => nodeHash(below[2 * at]!, below[2 * at + 1]!)),
      );
    }
  }

  get size(): number {
    return this.#levels[0]!.length;
  }

  root(size = this.size): Buffer {
    return size === 0 ? sha() : this.#hash(0, size);
  }

  /** RFC 6962, 2.1.1: what leads from a leaf to the root of the first `size` leaves. */
  inclusion(index: number, size = this.size): Buffer[] {
    if (index < 0 || index >= size || size > this.size) throw new RangeError(`There is no leaf ${index} in ${size}.`);
    return this.#path(index, 0, size);
  }

  /** RFC 6962, 2.1.2: that the first `older` leaves are the beginning of the first `newer`. */
  consistency(older: number, newer = this.size): Buffer[] {
    if (older < 0 || older > newer || newer > this.size) throw new RangeError(`${older} is no beginning of ${newer}.`);
    return older === 0 || older === newer ? [] : this.#subproof(older, 0, newer, true);
  }

  /** The root over the leaves from `start` to before `end`; `start` is a multiple of the full trees in it. */
  #hash(start: number, end: number): Buffer {
    const size = end - start;
    const level = Math.log2(size);
    if (Number.isInteger(level)) return this.#levels[level]![start / size]!;
    const split = start + splitOf(size);
    return nodeHash(this.#hash(start, split), this.#hash(split, end));
  }

  #path(index: number, start: number, end: number): Buffer[] {
    if (end - start === 1) return [];
    const split = start + splitOf(end - start);
    return index < split
      ? [...this.#path(index, start, split), this.#hash(split, end)]
      : [...this.#path(index, split, end), this.#hash(start, split)];
  }

  #subproof(older: number, start: number, end: number, isWhole: boolean): Buffer[] {
    if (older === end) return isWhole ? [] : [this.#hash(start, end)];
    const split = start + splitOf(end - start);
    return older <= split
      ? [...this.#subproof(older, start, split, isWhole), this.#hash(split, end)]
      : [...this.#subproof(older, split, end, false), this.#hash(start, split)];
  }
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}
