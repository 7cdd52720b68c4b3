import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');
const LINTER = path.join(root, 'node_modules/oxlint/bin/oxlint');

/** Where a file lies, and what it imports there. */
type Import = readonly [file: string, text: string];
const value = (from: string) => `import { x } from '${from}';\nexport const y = x;\n`;
const type = (from: string) => `import type { X } from '${from}';\nexport type Y = X;\n`;

const ROOMS = ['domain', 'platform', 'workflows', 'activities', 'bank', 'proof', 'api', 'prisma', 'cli', 'web'];
/** Which rooms a room may not know at all, by what is in them. */
const STRANGERS: Readonly<Record<string, readonly string[]>> = {
  domain: ROOMS.filter((room) => room !== 'domain'),
  platform: ['activities', 'bank', 'proof', 'api', 'prisma', 'cli', 'web'],
  workflows: ['platform', 'bank', 'proof', 'api', 'prisma', 'cli', 'web'],
  activities: ['api', 'cli', 'web'],
  bank: ['workflows', 'activities', 'proof', 'api', 'prisma', 'cli', 'web'],
  proof: ROOMS.filter((room) => room !== 'domain' && room !== 'proof'),
  api: ['activities', 'bank', 'cli', 'web'],
  prisma: ['workflows', 'activities', 'bank', 'proof', 'api', 'cli', 'web'],
  cli: ['web', 'tests'],
  web: ROOMS.filter((room) => room !== 'domain' && room !== 'web'),
};

const FORBIDDEN: readonly Import[] = [
  ...Object.entries(STRANGERS).flatMap(([room, strangers]) =>
    strangers.flatMap((stranger): Import[] => [
      [`${room}/sees-${stranger}.ts`, value(`../${stranger}/thing.js`)],
      [`${room}/deep/inside/sees-${stranger}.ts`, type(`../../../${stranger}/deep/thing.js`)],
    ]),
  ),
  ['domain/schemas/reads-files.ts', value('node:fs')],
  ['domain/schemas/serves.ts', value('express')],
  ['domain/rules/parses.ts', value('zod')],
  ['domain/rules/carries-a-schema.ts', value('../schemas/act.js')],
  ['platform/runs-workflows.ts', value('../workflows/direct-project.js')],
  ['workflows/stages/parses.ts', value('zod')],
  ['workflows/stages/names-zod.ts', type('zod')],
  ['workflows/reads-files.ts', value('node:fs')],
  ['workflows/queries.ts', value('@prisma/client')],
  ['workflows/sends.ts', value('@temporalio/client')],
  ['workflows/carries-a-schema.ts', value('../domain/schemas/act.js')],
  ['workflows/acts.ts', value('../activities/reserve.js')],
  ['workflows/knows-an-activity.ts', type('../activities/world.js')],
  ['workflows/carries-the-contract.ts', value('../activities/contract.js')],
  ['workflows/stages/knows-a-workflow.ts', value('../renovation.js')],
  ['workflows/stages/knows-another.ts', type('../bundled-project.js')],
  ['activities/runs-workflows.ts', value('../workflows/direct-project.js')],
  ['api/runs-workflows.ts', value('../workflows/direct-project.js')],
];

const ALLOWED: readonly Import[] = [
  ['domain/schemas/shape.ts', value('zod')],
  ['domain/rules/knows-a-shape.ts', type('../schemas/act.js')],
  ['platform/tells.ts', value('../workflows/messages.js')],
  ['workflows/stages/waits.ts', value('@temporalio/workflow')],
  ['workflows/stages/counts.ts', value('../../domain/rules/amounts.js')],
  ['workflows/stages/knows-a-shape.ts', type('../../domain/schemas/act.js')],
  ['workflows/stages/knows-the-case.ts', type('../project-case.js')],
  ['workflows/exports.ts', value('./renovation.js')],
  ['workflows/asks.ts', type('../activities/contract.js')],
  ['activities/pays.ts', value('../bank/bank.js')],
  ['activities/writes.ts', value('../../prisma/client.js')],
  ['activities/hears.ts', type('../workflows/world.js')],
  ['bank/simulator/logs.ts', value('../../platform/log.js')],
  ['api/routes/tells.ts', value('../../workflows/messages.js')],
  ['prisma/seed/counts.ts', value('../../domain/rules/fen.js')],
  ['cli/start/pays.ts', value('../../bank/bank.js')],
  ['web/src/shows.ts', value('../../domain/errors.js')],
];

let folder: string;
let reported: ReadonlySet<string>;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'layers-'));
  cpSync(path.join(root, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
  for (const [file, text] of [...FORBIDDEN, ...ALLOWED]) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  reported = await offenders();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files that the layer rules object to; the linter ends with an error, as it must. */
async function offenders(): Promise<Set<string>> {
  const linted = promisify(execFile)(process.execPath, [LINTER, '-f', 'json'], { cwd: folder, maxBuffer: 2 ** 24 });
  const { stdout } = await linted.catch((ended: { stdout: string }) => ended);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; severity: string; filename: string }[] };
  const objections = diagnostics.filter(
    ({ code, severity }) => /no-restricted-imports/.test(code) && severity === 'error',
  );
  return new Set(objections.map(({ filename }) => filename.replaceAll('\\', '/')));
}

describe('The layer rules', () => {
  test.each(FORBIDDEN)('object to %s', (file) => {
    expect(reported).toContain(file);
  });

  test.each(ALLOWED)('let pass %s', (file) => {
    expect(reported).not.toContain(file);
  });
});

/** One file per order of stages. */
const CHAIN =
  /^(?:direct-project|bundled-project|relief|relocation|renovation|entitlement|entitlement-run|returned-payment|review|follow-up|bundle|dividend|payment-batch)\.ts$/;

describe('A stage', () => {
  const stages = path.join(root, 'workflows/stages');
  /** The engine's name of the workflow, the order of stages that a case was begun with, whose strand it is. */
  const ASKS =
    /workflowInfo|workflowType|\b(?:dossier|application)\.(?:workflow|strand|run)\b|\b(?:workflow|strand)\b[^\n]*===/;

  test.each(readdirSync(stages))('does not ask which workflow it is in: %s', (file) => {
    expect(readFileSync(path.join(stages, file), 'utf8')).not.toMatch(ASKS);
  });

  test.each(readdirSync(path.join(root, 'workflows')).filter((file) => CHAIN.test(file)))(
    'stands in a chain that names its clauses: %s',
    (file) => {
      const text = readFileSync(path.join(root, 'workflows', file), 'utf8');
      const docstring = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\nexport async function/.exec(text)?.[0];
      expect(docstring).toMatch(/[一二三四五六]\([一二三四五六七八九十]\)/);
    },
  );
});
