import { endOfTerm, minuteOf } from '../../domain/rules/moments.js';
import type { Bilingual } from '../../domain/schemas/common.js';

/** HTML that is safe to send: made by the `html` template alone. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
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
export const html = (literals: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(literals.map((literal, index) => literal + textOf(parts[index])).join(''));

function textOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return String(part).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Chinese first, English after it. */
export const both = ({ zh, en }: Bilingual): Html => html`${zh} <span class="en" lang="en">${en}</span>`;
export const say = (zh: string, en: string): Html => both({ zh, en });

/** A moment in Asia/Shanghai, to the minute. */
export const moment = (iso: string): Html => html`<time datetime="${iso}">${minuteOf(Date.parse(iso))}</time>`;

/** The end of a term: midnight is 24:00 of the day that it ends. */
export const deadline = (iso: string): Html => html`<time datetime="${iso}">${endOfTerm(Date.parse(iso))}</time>`;
