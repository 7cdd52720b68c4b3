import path from 'node:path';
import { reachedFrom } from './reached.mjs';

/**
 * What comes in pieces of its own, by what it is for. What draws the pages is half of what comes first: a slow phone
 * rests between the two. What judges a form is not needed before somebody fills it in.
 */
const KINDS = {
  draws: /\/node_modules\/(?:react|react-dom|scheduler)\//,
  judges: /\/node_modules\/zod\/|\/domain\/schemas\//,
};
const kindOf = (id) => Object.keys(KINDS).find((kind) => KINDS[kind].test(id));

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
  // What is of a kind, and what more of them use, is taken first: a piece takes along what its modules import.
  const kinds = [...Object.keys(KINDS), undefined];
  const pieces = kinds.flatMap((kind, behind) =>
    Array.from({ length: most }, (_, index) => most - index).map((count) => ({
      debugName: `first-${count}`,
      priority: count + (kinds.length - 1 - behind) * most,
      name: (id, graph) => {
        if (kindOf(id) !== kind) return null;
        const { beginners, users } = usersOf(id, graph);
        if (beginners.length === 0 || beginners.length + users.length !== count) return null;
        const names = users.map((name) => (beginners.includes(name) ? name : `later-${name}`));
        return ['first', ...(kind ? [kind] : []), ...names].join('-');
      },
    })),
  );
  const before = Object.entries(BEFORE).map(([name, test]) => ({ name, test, priority: (kinds.length + 1) * most }));
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
