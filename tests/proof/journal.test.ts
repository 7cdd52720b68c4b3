import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Journal } from '../../cli/verify/journal.js';

describe('The journal of a verification', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhibao-journal-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const finding = { kind: 'caseUnlogged', subject: 'a' } as const;

  test('goes on where a killed run had come to, with its findings, and begins anew after the end', () => {
    const first = new Journal(folder, { year: '2026' }, 'bundle');
    first.add([{ item: 'a', findings: [finding], replayed: ['h1'] }]);
    // Killed while it wrote a line.
    appendFileSync(path.join(folder, 'journal.ndjson'), '{"item":"b","fin');

    const second = new Journal(folder, { year: '2026' }, 'bundle');
    expect([second.has('a'), second.has('b'), second.findings]).toEqual([true, false, [finding]]);
    expect(second.startedAt).toBe(first.startedAt);
    second.end();
    expect(new Journal(folder, { year: '2026' }, 'bundle').has('a')).toBe(false);
  });

  test('is of one scope, and knows what was replayed with this bundle alone', () => {
    new Journal(folder, { year: '2026' }, 'bundle').add([{ item: 'a', findings: [], replayed: [] }]);
    const other = new Journal(folder, { year: '2025' }, 'bundle');
    expect([other.has('a'), [...other.replayed]]).toEqual([false, ['h1']]);
    expect([...new Journal(folder, { year: '2025' }, 'another').replayed]).toEqual([]);
  });
});
