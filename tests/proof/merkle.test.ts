import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GrowingTree, leafHash, Tree } from '../../proof/merkle.js';
import { isConsistent, rootByInclusion } from '../../proof/merkle-proofs.js';

/** The inputs and roots that implementations of Certificate Transparency are tested with. */
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
/** Of the first leaf in eight, and of one leaf in the tree of eight. */
const PROOF = [
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
];

const leaves = INPUTS.map((hex) => leafHash(Buffer.from(hex, 'hex')));
const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'));

/** A tree, and two sizes of it in order. */
const trees = fc
  .integer({ min: 1, max: 70 })
  .chain((size) =>
    fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size }), fc.integer({ min: 0, max: size - 1 })),
  )
  .map(([size, older, index]) => {
    const hashes = Array.from({ length: size }, (_, at) => leafHash(`leaf ${at}`));
    return { size, older, index, hashes, tree: new Tree(hashes) };
  });
const flipped = (hash: Buffer): Buffer => Buffer.from(hash.map((byte, at) => (at === 0 ? byte ^ 1 : byte)));

describe('The log', () => {
  test('has the roots and proofs of RFC 6962', () => {
    const growing = new GrowingTree();
    expect(growing.root().toString('hex')).toBe(ROOTS[0]);
    for (const [index, leaf] of leaves.entries()) {
      growing.add(leaf);
      expect(growing.root().toString('hex')).toBe(ROOTS[index + 1]);
    }
    const tree = new Tree(leaves);
    expect(hex(ROOTS.map((_, size) => tree.root(size)))).toEqual(ROOTS);
    expect(hex(tree.inclusion(0))).toEqual(PROOF);
    expect(hex(tree.consistency(1))).toEqual(PROOF);
  });

  test('proves that each of its leaves is in it, and that no other is', () => {
    fc.assert(
      fc.property(trees, ({ tree, size, index, hashes }) => {
        const proof = { index, size, leaf: hashes[index]!, path: tree.inclusion(index) };
        expect(rootByInclusion(proof)).toEqual(tree.root());
        expect(rootByInclusion({ ...proof, leaf: flipped(hashes[index]!) })).not.toEqual(tree.root());
        if (size > 1) expect(rootByInclusion({ ...proof, index: (index + 1) % size })).not.toEqual(tree.root());
        expect(rootByInclusion({ ...proof, path: [...proof.path, hashes[0]!] })).toBeUndefined();
      }),
    );
  });

  test('proves that it has only grown, and cannot where a leaf was changed', () => {
    fc.assert(
      fc.property(trees, ({ tree, size, older, index, hashes }) => {
        const path = tree.consistency(older);
        const roots = { older, newer: size, olderRoot: tree.root(older), newerRoot: tree.root() };
        expect(isConsistent({ ...roots, path })).toBe(true);
        const changed = new Tree(hashes.map((hash, at) => (at === index ? flipped(hash) : hash)));
        if (index < older) {
          expect(isConsistent({ ...roots, newerRoot: changed.root(), path: changed.consistency(older) })).toBe(false);
        }
        if (path.length > 0) expect(isConsistent({ ...roots, path: path.slice(1) })).toBe(false);
      }),
    );
  });
});
