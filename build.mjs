// Builds what the processes run: Prisma's client, the compiled TypeScript, the workflow bundle.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const run = (script, ...args) =>
  execFileSync(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
const bin = (file) => path.join(import.meta.dirname, 'node_modules', file);

run(bin('prisma/build/index.js'), 'generate', '--no-hints');
run(bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json');
run('dist/workflows/bundle.js');
