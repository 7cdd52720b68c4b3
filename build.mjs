// Builds what the processes run: Prisma's client, the compiled TypeScript, the workflow bundle, the
// portals' pages. A step whose inputs
// are the same as the last time is skipped, so that a warm start costs nothing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const at = (...names) => path.join(import.meta.dirname, ...names);
const DONE = at('dist/.built.json');

const steps = [
  {
    name: 'generate',
    inputs: ['prisma/schema.prisma', 'prisma.config.ts', 'prisma/engine', 'node_modules/prisma/package.json'],
    output: 'prisma/generated/client.ts',
    run: async () => node('node_modules/prisma/build/index.js', 'generate', '--no-hints'),
  },
  {
    name: 'compile',
    inputs: [...sourceFolders(), 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    output: 'dist/.tsbuildinfo',
    run: compile,
  },
  {
    name: 'bundle',
    inputs: ['domain', 'platform', 'workflows', 'activities/contract.ts', 'package-lock.json'],
    output: 'dist/workflow-bundle.cjs',
    run: bundle,
  },
  {
    name: 'web',
    inputs: ['domain', 'web', 'package-lock.json'],
    output: 'dist/web/.vite/manifest.json',
    run: async () => node('node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.mjs'),
  },
];

const done = existsSync(DONE) ? JSON.parse(readFileSync(DONE, 'utf8')) : {};
for (const { name, inputs, output, run } of steps) {
  const fingerprint = fingerprintOf(inputs);
  if (done[name] === fingerprint && existsSync(at(output))) continue;
  await run();
  done[name] = fingerprint;
  mkdirSync(path.dirname(DONE), { recursive: true });
  writeFileSync(DONE, JSON.stringify(done));
}

function sourceFolders() {
  return JSON.parse(readFileSync(at('tsconfig.build.json'), 'utf8')).include;
}

async function compile() {
  node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
  // Not TypeScript, and needed at its place all the same.
  copyFileSync(at('platform/failure-converter.cjs'), at('dist/platform/failure-converter.cjs'));
}

async function bundle() {
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const { code } = await bundleWorkflowCode({
    workflowsPath: at('dist/workflows/index.js'),
    failureConverterPath: at('dist/platform/failure-converter.cjs'),
    logger: new DefaultLogger('WARN'),
  });
  writeFileSync(at('dist/workflow-bundle.cjs'), code);
}

/** Runs one of our tools; what it says is shown only if it fails. */
function node(script, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [at(script), ...args], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  if (status === 0) return;
  process.stderr.write(stdout + stderr);
  process.exit(status ?? 1);
}

function fingerprintOf(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesOf(at(input)))) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(file) {
  if (!existsSync(file)) return [];
  if (!statSync(file).isDirectory()) return [file];
  return readdirSync(file)
    .toSorted()
    .flatMap((name) => filesOf(path.join(file, name)));
}
