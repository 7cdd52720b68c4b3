/**
 * The pieces in which comes what portals begin with: few, since each costs a slow line a way there and back; and one
 * for those portals that begin with the same, so that none loads what only another one needs.
 */
export function firstChunks(entries) {
  let beginnings;
  const portalsOf = (id, graph) => {
    beginnings ??= entries.map((entry) => [nameOf(entry), beginningOf(entry, graph)]);
    return beginnings.filter(([, modules]) => modules.has(id)).map(([portal]) => portal);
  };
  // What more portals share is taken first: a piece takes along what its modules import.
  return entries.map((_, others) => ({
    debugName: `first-of-${others + 1}`,
    priority: others + 1,
    name: (id, graph) => {
      const portals = portalsOf(id, graph);
      return portals.length === others + 1 ? `first-${portals.join('-')}` : null;
    },
  }));
}

const nameOf = (entry) => /(\w+)\.html$/.exec(entry)[1];

/** All that is imported from here on, but for what is loaded later. */
function beginningOf(entry, graph) {
  const modules = new Set();
  const take = (id) => {
    if (modules.has(id)) return;
    modules.add(id);
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) take(imported);
  };
  take(entry);
  modules.delete(entry);
  return modules;
}
