import type { Response } from 'express';
import { found } from '../problem.js';
import { type Html, html } from './html.js';
import { type Language, languageOf, switchTo } from './language.js';
import { document, type Page } from './layout.js';

const OTHERS: Readonly<Record<Language, { language: Language; name: string; lang: string }>> = {
  zh: { language: 'en', name: 'English', lang: 'en' },
  en: { language: 'zh', name: '中文', lang: 'zh-CN' },
};

/** The number or code in an address. @throws Refused NOT_FOUND for what is none */
export const nameIn = (text: string): string => found(/^[\w-]+$/.test(text) ? text : undefined);

/**
 * A page in its reader's language. What it shows changes, and a shared computer keeps nothing.
 * The switch of language is a link to the page itself, unless `form` says which form takes along what was typed.
 */
export function sendPage(response: Response, page: Page, form?: string): void {
  const { req: request } = response;
  const language = languageOf(request);
  const change = form === undefined ? link(language, request.originalUrl) : button(language, form);
  response.setHeader('Cache-Control', 'no-store');
  response.type('html').send(document(page, change)[language]);
}

function link(from: Language, address: string): Html {
  const { language, name, lang } = OTHERS[from];
  return html`<a class="language" href="${switchTo(language, address)}" lang="${lang}">${name}</a>`;
}

function button(from: Language, form: string): Html {
  const { language, name, lang } = OTHERS[from];
  return html`<button class="language" form="${form}" name="language" value="${language}" formnovalidate lang="${lang}">
    ${name}
  </button>`;
}
