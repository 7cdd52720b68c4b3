import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { programmesOf } from '../../domain/programmes/catalogue.js';
import { RUNNING_WORKFLOWS } from '../../domain/rules/case-workflows.js';
import { PAY_TO } from '../../domain/rules/payee.js';
import { isRunnable } from '../../domain/rules/runnable.js';

const [programme] = programmesOf('330127', 2026);

describe('A programme takes applications', () => {
  test('only where the order of its stages is one that the worker carries', () => {
    const index = readFileSync(path.resolve(import.meta.dirname, '../../workflows/index.ts'), 'utf8');
    const carried = [...index.matchAll(/export \{([^}]*)\}/g)].flatMap(([, names = '']) => names.split(','));
    expect(carried.map((name) => name.trim())).toEqual(expect.arrayContaining([...RUNNING_WORKFLOWS]));
    expect(isRunnable(programme!)).toBe(true);
  });

  test.each(PAY_TO)('where the %s is paid', (payTo) => {
    expect(isRunnable({ ...programme!, payTo })).toBe(true);
  });
});
