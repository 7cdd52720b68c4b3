import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { adapterFactory } from './adapter.mjs';

const require = createRequire(import.meta.url);
const glueFile = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');

let panicMessage;
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panicMessage = message) };

/** What a crash of the engine said, if it crashed. */
export const panic = () => panicMessage;

/** The commit of the engine, as Prisma's CLI wants to be told it. */
export function engineVersion() {
  const { version } = JSON.parse(readFileSync(path.join(path.dirname(glueFile), 'package.json'), 'utf8'));
  return version.split(/[.-]/).pop();
}

/**
 * Loads the engine once.
 * @returns a function that carries out one call of the protocol. Each has an engine of its own: the WebAssembly engine
 * gives its shadow-database factory away on first use.
 */
export async function loadEngine({ datamodels, datasource }) {
  const SchemaEngine = await instantiate();
  const files = datamodels.map((file) => [file, readFileSync(file, 'utf8')]);
  const url = datasource?.url ?? 'postgresql://localhost:1/none'; // A diff of two files needs no connection.
  return async (method, params) => {
    const given = { datamodels: files.length > 0 ? files : undefined }; // An empty list is not the same.
    const engine = await SchemaEngine.new(given, () => {}, adapterFactory(url, datasource?.shadowDatabaseUrl));
    try {
      return await (OWN[method]?.(engine, params) ?? engine[RENAMED[method] ?? method](params));
    } finally {
      engine.free();
    }
  };
}

async function instantiate() {
  const glue = await import(pathToFileURL(glueFile).href);
  const bytes = readFileSync(glueFile.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}

const RENAMED = { getDatabaseVersion: 'version' };
const SOMETHING_CHANGED = 2;

/** The WebAssembly engine can replay migrations in `diff` and not in these two calls, so they are made from `diff`. */
const OWN = { evaluateDataLoss, createMigration };

function nextStep(engine, { migrationsList, schema, filters }) {
  const from = { tag: 'migrations', ...migrationsList };
  return engine.diff({ from, to: { tag: 'schemaDatamodel', ...schema }, script: true, exitCode: true, filters });
}

const RISKY =
  /^.*\b(DROP (TABLE|COLUMN|TYPE|VALUE)|SET DATA TYPE|SET NOT NULL|ADD COLUMN .* NOT NULL(?!.* DEFAULT)).*$/gm;

async function evaluateDataLoss(engine, params) {
  const { exitCode, stdout } = await nextStep(engine, params);
  if (exitCode !== SOMETHING_CHANGED) return { migrationSteps: 0, unexecutableSteps: [], warnings: [] };
  const lines = stdout.match(RISKY) ?? [];
  const warnings = lines.map((line, stepIndex) => ({ stepIndex, message: `May fail or lose data: ${line.trim()}` }));
  return { migrationSteps: 1, unexecutableSteps: [], warnings };
}

async function createMigration(engine, params) {
  const { exitCode, stdout } = await nextStep(engine, params);
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const unchanged = params.draft ? '-- This is an empty migration.' : null;
  return {
    connectorType: 'postgresql',
    generatedMigrationName: params.migrationName ? `${stamp}_${params.migrationName}` : stamp,
    extension: 'sql',
    migrationScript: exitCode === SOMETHING_CHANGED ? stdout : unchanged,
  };
}
