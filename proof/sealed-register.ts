import { shanghaiDate } from '../domain/rules/working-days.js';
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

/** From a moment until another, both counted, epoch ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A change of the register and an act within so much of each other are of the same moment: either state counts. */
export const SAME_MOMENT_MS = 120_000;

const around = ({ from, to }: Span): Span => ({ from: from - SAME_MOMENT_MS, to: to + SAME_MOMENT_MS });
const meet = (one: Span, other: Span): boolean => one.from <= other.to && other.from <= one.to;

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

  /** How somebody was in the register at some time of a span: more than once, where he was changed meanwhile. */
  during<K extends 'official' | 'office'>(kind: K, id: string, span: Span): LeafOf<K>[] {
    const all = this.of(kind, id);
    // Until the next one that is dated: of those that are not, nobody knows when they ended.
    const until = (place: number) => all.slice(place + 1).find(({ since }) => since > -Infinity)?.since ?? Infinity;
    return all
      .filter(({ since }, place) => meet(around(span), { from: since, to: until(place) }))
      .map(({ leaf }) => leaf);
  }

  /** As he, or it, was called at a moment; one who came later, as he was called first. */
  at<K extends 'official' | 'office'>(kind: K, id: string, moment: number): LeafOf<K> | undefined {
    const all = this.of(kind, id);
    return (all.findLast(({ since }) => since <= moment) ?? all[0])?.leaf;
  }

  /** 代理: whether somebody was named to stand in for another on a day of a span; what no log says counts. */
  stoodIn(absentId: string, substituteId: string, span: Span): boolean {
    const named = this.last('substitution');
    if (named.length === 0 && !this.#isSigned) return true;
    const { from, to } = around(span);
    return named.some(
      (one) =>
        one.absentId === absentId &&
        one.substituteId === substituteId &&
        Date.parse(one.namedAt) <= to &&
        (one.endedAt === null || Date.parse(one.endedAt) >= from) &&
        one.fromDay <= shanghaiDate(to) &&
        one.untilDay >= shanghaiDate(Math.max(from, 0)),
    );
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
