import { Leaf, type LeafKind, type LeafOf } from '../domain/schemas/leaf.js';
import type { LoggedLeaf } from './evidence.js';

/** The leaves of one kind, in their order; what is no leaf of ours is none. */
export function leavesOf<K extends LeafKind>(leaves: readonly LoggedLeaf[], kind: K): LeafOf<K>[] {
  return leaves.flatMap(({ leaf }) => {
    const parsed = parseLeaf(leaf);
    return parsed?.kind === kind ? [parsed as LeafOf<K>] : [];
  });
}

export function parseLeaf(text: string): Leaf | undefined {
  try {
    return Leaf.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
