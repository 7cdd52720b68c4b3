import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { changedBundle } from '../workflows/support/bundle.js';
import { type Gone, readRecording, replay } from './support/recordings.js';

/** The workflows with one text of one file replaced by another. */
async function bundleWith(file: string, before: string, after: string): Promise<{ code: string }> {
  return await changedBundle((copy) => {
    const changed = path.join(copy, file);
    const text = readFileSync(changed, 'utf8');
    if (!text.includes(before)) throw new Error(`${file} no longer says ${before}`);
    writeFileSync(changed, text.replace(before, after));
  });
}

describe('The gate', () => {
  const recording = readRecording({ version: '0.1.0', scenario: 'completed-after-amendment' });

  test('sees a rule that now gives another amount, which the engine alone does not', async () => {
    const bundle = await bundleWith(
      'domain/rules/amounts.ts',
      'Math.min(standard.capFen,',
      '1 + Math.min(standard.capFen,',
    );
    const [gone] = await replay(bundle, [recording]);
    const { transitions } = gone as Gone;
    expect(transitions).not.toEqual(recording.transitions);
    expect(transitions.find(({ kind }) => kind === 'amountSet')).toMatchObject({ amountFen: 120_001 });
  });

  test('sees a bundle that is not begun anew any more where it once was', async () => {
    const bundle = await bundleWith('workflows/bundle.ts', '!workflowInfo().continueAsNewSuggested', 'true');
    const [gone] = await replay(bundle, [readRecording({ version: '0.3.0', scenario: 'bundle-begun-anew-in-time' })]);
    expect((gone as Error).message).toMatch(/[Nn]ondeterminism/);
  });

  test('sees a stage that now comes in another place', async () => {
    const bundle = await bundleWith(
      'workflows/direct-project.ts',
      'await promisedPapers(file)',
      'await publicNotice(file)',
    );
    const [gone] = await replay(bundle, [recording]);
    expect((gone as Error).message).toMatch(/[Nn]ondeterminism/);
  });
});
