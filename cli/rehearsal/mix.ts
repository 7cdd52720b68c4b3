import { chanceFor } from '../../prisma/seed/random.js';
import { kindOf, type Script } from './script.js';

/**
 * Which script each household follows: of every fifty, as many as each script's share, in an order that the seed
 * decides; of fewer than fifty, some of every kind where there is room. The same seed gives the same again.
 */
export function mixOf(scripts: readonly Script[], households: number, seed: string): Script[] {
  const chance = chanceFor(seed);
  const mix: Script[] = [];
  while (mix.length < households) {
    const cards = scripts.flatMap((script) => Array.from({ length: script.share }, () => script));
    const dealt: Script[] = [];
    while (cards.length > 0) dealt.push(...cards.splice(chance.between(0, cards.length - 1), 1));
    mix.push(...fewerOf(dealt, households - mix.length));
  }
  return mix;
}

/** So many of them in their order, the first of every kind among them. */
function fewerOf(dealt: readonly Script[], most: number): Script[] {
  const isFirst = (script: Script, at: number) => dealt.findIndex((other) => kindOf(other) === kindOf(script)) === at;
  const places = dealt.map((script, at) => ({ at, later: isFirst(script, at) ? 0 : 1 }));
  const chosen = places.toSorted((one, other) => one.later - other.later || one.at - other.at).slice(0, most);
  return chosen.toSorted((one, other) => one.at - other.at).map(({ at }) => dealt[at]!);
}
