import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { reachedFrom } from './reached.mjs';

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
  const page = bundle[`${portal}.html`].source;
  const onwards = (name) => {
    const { viteMetadata, imports = [], dynamicImports = [] } = bundle[name] ?? {};
    const later = dynamicImports.filter((other) => isNeeded(bundle[other]?.facadeModuleId ?? ''));
    return [...(viteMetadata?.importedCss ?? []), ...imports, ...later];
  };
  const first = Object.values(bundle).filter(({ type, fileName }) => type === 'chunk' && page.includes(fileName));
  return [...new Set(first.flatMap(({ fileName }) => [...reachedFrom(fileName, onwards)]))];
}
