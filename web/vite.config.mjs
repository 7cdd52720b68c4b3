import { readdirSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.mjs';
import { firstChunks } from './build/first-chunks.mjs';
import { firstWords } from './build/first-words.mjs';
import { routeTable } from './build/route-table.mjs';
import { sentAhead } from './build/sent-ahead.mjs';
import { shellWorkers } from './build/shell-workers.mjs';

const here = import.meta.dirname;
/** Every page beside this file is an entry of its own: what one portal loads, the others' visitors don't. */
const pages = readdirSync(here)
  .filter((name) => name.endsWith('.html'))
  .map((name) => path.join(here, name));

export default defineConfig({
  root: here,
  appType: 'mpa',
  // JSX is compiled without a plugin.
  oxc: { jsx: { runtime: 'automatic' } },
  plugins: [firstWords(), routeTable(), sentAhead(), shellWorkers(), compressed()],
  build: {
    outDir: path.join(here, '../dist/web'),
    emptyOutDir: true,
    manifest: true,
    // Everything has an address of its own: the security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages, output: { codeSplitting: { groups: firstChunks(pages) } } },
  },
});
