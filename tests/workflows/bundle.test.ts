import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { workflowBundle } from '../support/servers.js';
import { changedBundle, modulesOf } from './support/bundle.js';

/** The engine's own side of a workflow and what that needs, our workflows, and the rules they follow. */
const BELONGS = [
  /^(?:@temporalio\/(?:common|workflow)|nexus-rpc|long|ms)$/,
  /^workflows\//,
  /^domain\/(?:errors|rules\/[a-z-]+)\.ts$/,
  /^platform\/failure-converter\.cjs$/,
];
const strangersIn = (modules: readonly string[]) => modules.filter((name) => !BELONGS.some((part) => part.test(name)));

describe('The bundle of the workflows', () => {
  test('holds the workflows and the rules, and nothing that does not belong in it', () => {
    const modules = modulesOf(readFileSync(workflowBundle().codePath, 'utf8'));
    expect(strangersIn(modules)).toEqual([]);
    expect(modules).toEqual(expect.arrayContaining(['workflows/direct-project.ts', 'domain/rules/stages.ts']));
  });

  test.each([
    ['zod', "import { Act } from '../domain/schemas/act.js';\nexport const shape = Act;\n", 'zod'],
    ['a schema', "export { FINDINGS } from '../domain/schemas/outcome.js';\n", 'domain/schemas/outcome.ts'],
    ['a module of Node', "import { hostname } from 'node:os';\nexport const here = hostname;\n", undefined],
  ])('is seen through when somebody imports %s', async (_, text, stranger) => {
    const bundled = changedBundle((copy) => {
      const index = path.join(copy, 'workflows/index.ts');
      writeFileSync(path.join(copy, 'workflows/stranger.ts'), text);
      writeFileSync(index, `${readFileSync(index, 'utf8')}export * from './stranger.js';\n`);
    });
    if (stranger === undefined) return await expect(bundled).rejects.toThrow();
    const { code, copy } = await bundled;
    expect(strangersIn(modulesOf(code, copy))).toContain(stranger);
  });
});
