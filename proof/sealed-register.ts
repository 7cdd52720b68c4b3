import type { LeafOf, RegisterLeaf } from '../domain/schemas/leaf.js';
import { differenceText } from '../domain/texts/register.js';
import { parseLeaf } from './leaves.js';
import { isLeafSigned } from './signed-register.js';

/** What stands in the log; `at` (epoch ms) is when it was logged, where it does not say so itself. */
export interface RegisterEntry {
  readonly leaf: string;
  readonly at?: number | undefined;
  /** Counts from then on at the earliest, epoch ms. */
  readonly notBefore?: number | undefined;
}

/** A leaf that counts, since when (epoch ms); of one whose moment nobody knows, since ever. */
interface Since<L extends RegisterLeaf = RegisterLeaf> {
  readonly leaf: L;
  readonly since: number;
}

type Kind = RegisterLeaf['kind'];

/**
 * 人员、岗位和机构名册 as the API has logged it, through time. Once it has signed one leaf of it, others count only as far
 * as it has signed them, and later than what was logged of the same before: the rest is forged.
 */
export class SealedRegister {
  readonly forged: readonly RegisterLeaf[];
  readonly #of = new Map<string, Since[]>();
  #isSigned = false;

  /** @param keys that the API signs with, base64 */
  constructor(entries: readonly RegisterEntry[], keys: readonly string[]) {
    this.forged = entries.flatMap((entry) => this.#add(entry, keys));
  }

  /** Everything that counts of one of them, in order. */
  of<K extends Kind>(kind: K, id: string): readonly Since<LeafOf<K>>[] {
    return (this.#of.get(`${kind}/${id}`) ?? []) as unknown as Since<LeafOf<K>>[];
  }

  /** What was logged last of each. */
  last<K extends Kind>(kind: K): LeafOf<K>[] {
    return [...this.#of.values()].flatMap((all) => {
      const leaf = all.at(-1)?.leaf;
      return leaf?.kind === kind ? [leaf as LeafOf<K>] : [];
    });
  }

  #add({ leaf: text, at = -Infinity, notBefore = -Infinity }: RegisterEntry, keys: readonly string[]): RegisterLeaf[] {
    const leaf = parseLeaf(text);
    if (leaf?.kind !== 'official' && leaf?.kind !== 'office' && leaf?.kind !== 'substitution') return [];
    const all = this.#of.get(`${leaf.kind}/${leaf.id}`) ?? [];
    const last = all.at(-1);
    const said = momentOf(leaf);
    const since = Math.max(said === undefined ? at : Date.parse(said), notBefore);
    const counts = leaf.signature ? isLeafSigned(keys, leaf) && since >= (last?.since ?? since) : !this.#isSigned;
    if (!counts) return last && !differenceText(last.leaf, leaf) ? [] : [leaf];
    if (leaf.signature) this.#isSigned = true;
    this.#of.set(`${leaf.kind}/${leaf.id}`, [...all, { leaf, since }]);
    return [];
  }
}

const momentOf = (leaf: RegisterLeaf): string | undefined =>
  leaf.kind === 'substitution' ? (leaf.endedAt ?? leaf.namedAt) : leaf.at;
