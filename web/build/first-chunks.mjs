/**
 * The pieces in which comes what portals begin with: few, since each costs a slow line a way there and back. A piece
 * holds what the same portals use, so that none loads what only another one needs.
 */
export function firstChunks(entries) {
  let portals;
  const usersOf = (id, graph) => {
    portals ??= entries.map((entry) => ({
      name: /(\w+)\.html$/.exec(entry)[1],
      begins: reachedFrom(entry, graph, ({ importedIds }) => importedIds),
      uses: reachedFrom(entry, graph, (module) => [...module.importedIds, ...module.dynamicallyImportedIds]),
    }));
    const of = (way) => portals.filter((portal) => portal[way].has(id)).map(({ name }) => name);
    return { beginners: of('begins'), users: of('uses') };
  };
  const most = 2 * entries.length;
  // What more of them use is taken first: a piece takes along what its modules import.
  return Array.from({ length: most }, (_, index) => most - index).map((priority) => ({
    debugName: `first-${priority}`,
    priority,
    name: (id, graph) => {
      const { beginners, users } = usersOf(id, graph);
      if (beginners.length === 0 || beginners.length + users.length !== priority) return null;
      return `first-${users.map((name) => (beginners.includes(name) ? name : `later-${name}`)).join('-')}`;
    },
  }));
}

/** All modules that one comes to from an entry, without the entry. */
function reachedFrom(entry, graph, onwards) {
  const modules = new Set();
  const take = (id) => {
    if (modules.has(id)) return;
    modules.add(id);
    const module = graph.getModuleInfo(id);
    for (const other of module ? onwards(module) : []) take(other);
  };
  take(entry);
  modules.delete(entry);
  return modules;
}
