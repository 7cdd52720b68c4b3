import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const SOURCE = path.join(import.meta.dirname, 'shell-worker.js');

/** Portals whose pages open without a network; of the office, those that are needed at a site. */
const PORTALS = {
  apply: () => true,
  office: (module) => /\/office\/pages\/(?:visits?|joint-notices?|inbox|task)\.tsx$/.test(module),
};

/** A service worker for each of them, with the list of what its pages load. */
export function shellWorkers() {
  return {
    name: 'shell-workers',
    // After the pages are written: what they name is where a portal begins.
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const [portal, isNeeded] of Object.entries(PORTALS)) {
        const files = neededBy(portal, bundle, isNeeded);
        const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16);
        const source = readFileSync(SOURCE, 'utf8')
          .replaceAll('__PORTAL__', portal)
          .replace('__VERSION__', version)
          .replace("['__FILES__']", JSON.stringify(files.map((file) => `/${file}`)));
        this.emitFile({ type: 'asset', fileName: `${portal}-worker.js`, source });
      }
    },
  };
}

/** Every script and style that a portal's page loads, and those that it loads later where they are needed. */
function neededBy(portal, bundle, isNeeded) {
  const needed = new Set();
  const take = (name) => {
    const chunk = bundle[name];
    if (!chunk || needed.has(name)) return;
    needed.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) needed.add(style);
    for (const other of chunk.imports ?? []) take(other);
    for (const later of chunk.dynamicImports ?? []) if (isNeeded(bundle[later]?.facadeModuleId ?? '')) take(later);
  };
  const page = bundle[`${portal}.html`].source;
  for (const { type, fileName } of Object.values(bundle))
    if (type === 'chunk' && page.includes(fileName)) take(fileName);
  return [...needed];
}
