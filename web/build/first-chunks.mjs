import path from 'node:path';
import { reachedFrom } from './reached.mjs';

/** What draws the pages: half of what comes first, and a piece of its own, so that a slow phone rests between the two. */
const DRAWS = /\/node_modules\/(?:react|react-dom|scheduler)\//;

/** What every portal has before its first piece: how it looks, and what asks for pieces. */
const BEFORE = { looks: /\/common\/style\.css$/, asks: /vite\/preload-helper/ };

/**
 * The pieces in which comes what portals begin with: few, since each costs a slow line a way there and back. A piece
 * holds what the same portals use, so that none loads what only another one needs.
 */
export function firstChunks(entries) {
  let portals;
  const usersOf = (id, graph) => {
    portals ??= entries.map((entry) => {
      const main = path.join(path.dirname(entry), 'src', path.basename(entry, '.html'), 'main.tsx');
      return {
        name: path.basename(entry, '.html'),
        begins: modulesFrom(main, graph, ({ importedIds }) => importedIds),
        uses: modulesFrom(main, graph, (module) => [...module.importedIds, ...module.dynamicallyImportedIds]),
      };
    });
    const of = (way) => portals.filter((portal) => portal[way].has(id)).map(({ name }) => name);
    return { beginners: of('begins'), users: of('uses') };
  };
  const most = 2 * entries.length;
  // What draws, and what more of them use, is taken first: a piece takes along what its modules import.
  const pieces = [true, false].flatMap((draws) =>
    Array.from({ length: most }, (_, index) => most - index).map((count) => ({
      debugName: `first-${count}`,
      priority: count + (draws ? most : 0),
      name: (id, graph) => {
        if (DRAWS.test(id) !== draws) return null;
        const { beginners, users } = usersOf(id, graph);
        if (beginners.length === 0 || beginners.length + users.length !== count) return null;
        const names = users.map((name) => (beginners.includes(name) ? name : `later-${name}`));
        return ['first', ...(draws ? ['draws'] : []), ...names].join('-');
      },
    })),
  );
  const before = Object.entries(BEFORE).map(([name, test]) => ({ name, test, priority: 3 * most }));
  return [...before, ...pieces];
}

/** All modules that one comes to from an entry, without the entry. */
function modulesFrom(entry, graph, onwards) {
  const modules = reachedFrom(entry, (id) => {
    const module = graph.getModuleInfo(id);
    return module ? onwards(module) : [];
  });
  modules.delete(entry);
  return modules;
}
