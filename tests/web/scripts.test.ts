import { expect, test } from '@jest/globals';
import { firstScripts, scriptsOf, sentBytes, sourceOf } from './support/built.js';

const MOST_BYTES = 180_000;

test('a household loads at most 180 kB of script before its first page', () => {
  const bytes = firstScripts('apply.html').map(sentBytes);
  expect(bytes.length).toBeGreaterThan(0);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(MOST_BYTES);
});

test('nothing of the offices’ library or the charts is among it', () => {
  const scripts = firstScripts('apply.html').map(sourceOf).join('\n');
  expect(scripts).not.toMatch(/antCls|ant-btn|echarts|zrender/);
});

test.each(['sign-in', 'programme'])('what judges a form is not among what a slow phone runs to draw %s', (page) => {
  const scripts = scriptsOf(`src/apply/pages/${page}.tsx`);
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.map(sourceOf).join('\n')).not.toContain('ZodObject');
});
