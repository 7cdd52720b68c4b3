import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { applyEn } from '../../web/src/apply/texts/en.js';
import { applyZh } from '../../web/src/apply/texts/zh.js';
import { officeEn } from '../../web/src/office/texts/en.js';
import { officeZh } from '../../web/src/office/texts/zh.js';
import { auditEn } from '../../web/src/audit/texts/en.js';
import { auditZh } from '../../web/src/audit/texts/zh.js';
import { commonEn } from '../../web/src/common/texts/en.js';
import { commonZh } from '../../web/src/common/texts/zh.js';

const SOURCES = path.resolve(import.meta.dirname, '../../web/src');
const CHINESE = /\p{Script=Han}/u;
const WORDS_BETWEEN_TAGS = />\s*[A-Z][a-z]+ [a-z]+[^<{;]*<\//;

const CATALOGUES = {
  common: [commonZh, commonEn],
  apply: [applyZh, applyEn],
  office: [officeZh, officeEn],
  audit: [auditZh, auditEn],
} as const;
type Catalogue = { readonly [name: string]: string | Catalogue };

/** Every text by its full name. */
function textsOf(catalogue: Catalogue, prefix = ''): Map<string, string> {
  const entries = Object.entries(catalogue).flatMap(([name, text]): [string, string][] =>
    typeof text === 'string' ? [[prefix + name, text]] : [...textsOf(text, `${prefix}${name}.`)],
  );
  return new Map(entries);
}

const slots = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();

describe.each(Object.entries(CATALOGUES))('the %s catalogue', (_name, [zh, en]) => {
  const [chinese, english] = [textsOf(zh), textsOf(en)];

  test('says everything in both languages, and neither says more', () => {
    expect([...english.keys()]).toEqual([...chinese.keys()]);
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('names the same things in both', () => {
    for (const [name, text] of chinese) expect([name, slots(english.get(name) ?? '')]).toEqual([name, slots(text)]);
  });

  test('is Chinese in one and none in the other', () => {
    const untranslated = [...english].filter(([name, text]) => CHINESE.test(text) && name !== 'language.zh');
    expect(untranslated).toEqual([]);
    expect(
      [...chinese].filter(([name, text]) => !CHINESE.test(text.replaceAll('（', '元')) && name !== 'language.en'),
    ).toEqual([]);
  });
});

test('no component says anything by itself', () => {
  const components = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );
  const talking = components.filter((name) => {
    const code = readFileSync(path.join(SOURCES, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    return CHINESE.test(code) || WORDS_BETWEEN_TAGS.test(code);
  });
  expect(components.length).toBeGreaterThan(10);
  expect(talking).toEqual([]);
});
