import type { Bilingual } from '../../domain/schemas/common.js';
import { deadlineText, momentText } from '../../domain/texts/moments.js';
import type { Language } from './language.js';

/** HTML that is safe to send, as it is read in either language: made by the `html` template alone. */
export class Html {
  readonly zh: string;
  readonly en: string;

  constructor(zh: string, en: string) {
    this.zh = zh;
    this.en = en;
  }
}

type Part = Html | string | number | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Whatever is put into the template is escaped, unless it was made by it. */
export const html = (literals: TemplateStringsArray, ...parts: readonly Part[]): Html => {
  const inLanguage = (language: Language) =>
    literals.map((literal, index) => literal + textOf(parts[index], language)).join('');
  return new Html(inLanguage('zh'), inLanguage('en'));
};

function textOf(part: Part, language: Language): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part[language];
  if (typeof part === 'object') return part.map((each) => textOf(each, language)).join('');
  return escaped(String(part));
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** What is read in the language of the page: among its words, or in an attribute. */
export const both = ({ zh, en }: Bilingual): Html => new Html(escaped(zh), escaped(en));
export const say = (zh: string, en: string): Html => both({ zh, en });

/** Both languages at once, Chinese first: where a page is printed for everybody. */
export const together = ({ zh, en }: Bilingual): Html => html`${zh} <span class="en" lang="en">${en}</span>`;

/** A moment in Asia/Shanghai, to the minute. */
export const moment = (iso: string): Html => html`<time datetime="${iso}">${both(momentText(Date.parse(iso)))}</time>`;

/** The end of a term: midnight is 24:00 of the day that it ends. */
export const deadline = (iso: string): Html =>
  html`<time datetime="${iso}">${both(deadlineText(Date.parse(iso)))}</time>`;
