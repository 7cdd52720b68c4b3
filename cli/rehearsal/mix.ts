import { chanceFor } from '../../prisma/seed/random.js';
import type { Script } from './script.js';

/**
 * Which script each household follows: of every fifty, as many as each script's share, in an order that the seed
 * decides. The same seed gives the same again.
 */
export function mixOf(scripts: readonly Script[], households: number, seed: string): Script[] {
  const chance = chanceFor(seed);
  const mix: Script[] = [];
  while (mix.length < households) {
    const cards = scripts.flatMap((script) => Array.from({ length: script.share }, () => script));
    while (cards.length > 0) mix.push(...cards.splice(chance.between(0, cards.length - 1), 1));
  }
  return mix.slice(0, households);
}
