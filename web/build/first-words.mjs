import path from 'node:path';
import { runnerImport } from 'vite';

const TEXTS = path.join(import.meta.dirname, '../src/apply/texts/zh.ts');

/** The words of `{{their.key}}` in apply.html, from the portal's catalogue: they are there before any script is. */
export function firstWords() {
  return {
    name: 'first-words',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        if (!html.includes('{{')) return html;
        const { module } = await runnerImport(TEXTS);
        return html.replace(/\{\{([\w.]+)\}\}/g, (_, key) => wordsAt(module.applyZh, key));
      },
    },
  };
}

function wordsAt(texts, key) {
  const words = key.split('.').reduce((part, name) => part?.[name], texts);
  if (typeof words !== 'string') throw new Error(`${TEXTS} says nothing at ${key}`);
  return words;
}
