// What every test run needs once: a PostgreSQL with a migrated template database, the two Temporal programs, and the
// bundle of the workflows. Ended by global-teardown, and also when the run is broken off.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const PREFIX = 'zhibao-test-';

export default async function globalSetup() {
  const start = await loadStart();
  await removeLeftovers(start);
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755);
  await endWithRun(start, folder);
  const [adminUrl, bundle, programs] = await Promise.all([database(start, folder), bundleOf(folder), temporal(start)]);
  Object.assign(process.env, {
    ZHIBAO_TEST_POSTGRES: adminUrl,
    ...bundle,
    ZHIBAO_TEST_TEMPORAL: programs[0],
    ZHIBAO_TEST_TIME_SKIPPING: programs[1],
  });
}

/** The start command's own way of having servers, compiled. */
async function loadStart() {
  const names = ['database.js', 'postgres.js', 'postgres-programs.js', 'ports.js', 'find-temporal.js', 'say.js'];
  const files = names.map((name) => path.join(root, 'dist/cli/start', name));
  if (!files.every((file) => existsSync(file))) {
    execFileSync(process.execPath, [path.join(root, 'build.mjs')], { stdio: 'inherit' });
  }
  return Object.assign({}, ...(await Promise.all(files.map((file) => import(file)))));
}

async function database(start, folder) {
  const password = randomBytes(12).toString('hex');
  // Nothing here needs to survive a power cut.
  const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'];
  const postgres = path.join(folder, 'postgres');
  const { port } = await start.startPostgres({ folder: postgres, password, port: await start.freePort(), settings });
  const adminUrl = start.databaseUrl(port, password, 'postgres');
  await start.ensureDatabase(adminUrl, 'template_zhibao');
  migrate(start.databaseUrl(port, password, 'template_zhibao'));
  return adminUrl;
}

function migrate(url) {
  const prisma = path.join(root, 'node_modules/prisma/build/index.js');
  const env = { ...process.env, DATABASE_URL: url };
  try {
    execFileSync(process.execPath, [prisma, 'migrate', 'deploy'], { cwd: root, env, stdio: 'pipe' });
  } catch (error) {
    throw new Error(`The template database could not be migrated:\n${error.stdout}\n${error.stderr}`, { cause: error });
  }
}

/** Workflows that cannot be bundled fail the tests that run them, and no others. */
async function bundleOf(folder) {
  try {
    return { ZHIBAO_TEST_BUNDLE: await writeBundle(folder) };
  } catch (error) {
    return { ZHIBAO_TEST_BUNDLE_FAULT: error.message };
  }
}

async function writeBundle(folder) {
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const { code } = await bundleWorkflowCode({
    workflowsPath: path.join(root, 'workflows/index.ts'),
    failureConverterPath: path.join(root, 'platform/failure-converter.cjs'),
    logger: new DefaultLogger('WARN'),
  });
  const file = path.join(folder, 'workflow-bundle.cjs');
  writeFileSync(file, code);
  return file;
}

function temporal(start) {
  const cache = process.env.ZHIBAO_CACHE || path.join(root, '.cache');
  const names = ['temporal', 'temporal-test-server'];
  return Promise.all(names.map((name) => start.findTemporal(name, cache, { say: start.sayOnConsole })));
}

/** Runs that were killed leave their server behind; the name of the folder says whose it was. */
async function removeLeftovers(start) {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length).split('-')[0]))) continue;
    const folder = path.join(tmpdir(), name);
    await start.stopPostgres(path.join(folder, 'postgres'), true);
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** However the run ends, its server ends with it. */
async function endWithRun(start, folder) {
  const { pgCtl, runAs } = await start.postgresPrograms();
  const stop = () => {
    if (!existsSync(folder)) return;
    const data = path.join(folder, 'postgres/data');
    try {
      execFileSync(pgCtl, ['stop', '-D', data, '-m', 'immediate'], { ...runAs, cwd: '/', stdio: 'ignore' });
    } catch {
      // It did not run.
    }
    rmSync(folder, { recursive: true, force: true });
  };
  globalThis.stopTestServers = stop;
  process.once('exit', stop);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
}
