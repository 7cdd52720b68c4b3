import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const SOURCE = path.join(import.meta.dirname, 'shell-worker.js');

/** The service worker of /apply, with the list of what its pages load: they open without a network. */
export function applyWorker() {
  return {
    name: 'apply-worker',
    generateBundle(_options, bundle) {
      const files = neededBy('apply.html', bundle);
      const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16);
      const source = readFileSync(SOURCE, 'utf8')
        .replace('__VERSION__', version)
        .replace("['__FILES__']", JSON.stringify(files.map((file) => `/${file}`)));
      this.emitFile({ type: 'asset', fileName: 'apply-worker.js', source });
    },
  };
}

/** Every script and style that a page may load, those it loads later too. */
function neededBy(page, bundle) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
  const needed = new Set();
  const take = (name) => {
    const chunk = bundle[name];
    if (!chunk || needed.has(name)) return;
    needed.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) needed.add(style);
    for (const other of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) take(other);
  };
  for (const chunk of chunks) if (chunk.facadeModuleId?.endsWith(`/${page}`)) take(chunk.fileName);
  return [...needed];
}
