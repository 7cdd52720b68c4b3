import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const root = path.resolve(import.meta.dirname, '../../..');
const SOURCE_MAP = /sourceMappingURL=data:application\/json;charset=utf-8;base64,(\S+)/;

/** What a bundle was made of: our files as they are in the repository, packages by their names. */
export function modulesOf(bundle: string, from = root): string[] {
  const { sources } = JSON.parse(Buffer.from(SOURCE_MAP.exec(bundle)![1]!, 'base64').toString()) as {
    sources: string[];
  };
  const names = sources
    .filter((source) => !source.startsWith('webpack/'))
    .map((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? path.relative(from, source));
  return [...new Set(names)].toSorted();
}

/** The bundle of a copy of the repository's workflows in which `change` changed something. */
export async function changedBundle(change: (copy: string) => void): Promise<{ code: string; copy: string }> {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const copy = mkdtempSync(path.join(root, '.cache/changed-'));
  try {
    for (const room of ['workflows', 'domain', 'activities/contract.ts', 'platform/failure-converter.cjs']) {
      cpSync(path.join(root, room), path.join(copy, room), { recursive: true });
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
    change(copy);
    const { code } = await bundleWorkflowCode({
      workflowsPath: path.join(copy, 'workflows/index.ts'),
      failureConverterPath: path.join(copy, 'platform/failure-converter.cjs'),
      logger: new DefaultLogger('ERROR', () => {}),
    });
    return { code, copy };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
