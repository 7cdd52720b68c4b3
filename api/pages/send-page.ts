import type { Response } from 'express';
import { found } from '../problem.js';
import { html } from './html.js';
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
 * The switch of language is a link to the page itself; to its own switch where it has one, which keeps what was typed.
 */
export function sendPage(response: Response, page: Page, ownSwitch?: string): void {
  const { req: request } = response;
  const language = languageOf(request);
  const { name, lang, ...other } = OTHERS[language];
  const address = ownSwitch ?? switchTo(other.language, request.originalUrl);
  const change = html`<a class="language" href="${address}" lang="${lang}">${name}</a>`;
  response.setHeader('Cache-Control', 'no-store');
  response.type('html').send(document(page, change)[language]);
}
