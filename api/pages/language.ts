import type { Express, Request, Response } from 'express';
import { found } from '../problem.js';

const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const COOKIE = 'zhibao-language';
const YEAR_MS = 365 * 86_400_000;

/** Chinese, unless its reader has chosen English. */
export const languageOf = (request: Request): Language =>
  new RegExp(`(?:^|; *)${COOKIE}=en(?:;|$)`).test(request.get('cookie') ?? '') ? 'en' : 'zh';

/** The address by which the language is changed, and the page is shown again. */
export const switchTo = (language: Language, address: string): string =>
  `/language/${language}?${new URLSearchParams({ back: address }).toString()}`;

/** Has the language that is asked for chosen, in the answer and from then on; whether there is such a one. */
export function setLanguage(request: Request, response: Response, asked: string | undefined): boolean {
  const language = LANGUAGES.find((each) => each === asked);
  if (language === undefined) return false;
  response.cookie(COOKIE, language, { maxAge: YEAR_MS, sameSite: 'lax', path: '/' });
  request.headers.cookie = `${COOKIE}=${language}`;
  return true;
}

/** The switch: a link, since the pages need no script. */
export function mountLanguage(app: Express): void {
  app.get('/language/:language', (request, response) => {
    found(setLanguage(request, response, request.params.language) || undefined);
    response.setHeader('Cache-Control', 'no-store');
    response.redirect(303, placeHere(request.query.back));
  });
}

const HERE = 'http://here.invalid';

/** Nobody is sent to another site by an address of ours. */
function placeHere(back: unknown): string {
  if (typeof back !== 'string' || !URL.canParse(back, HERE)) return '/';
  const { origin, pathname, search } = new URL(back, HERE);
  return origin === HERE && !pathname.startsWith('//') ? pathname + search : '/';
}
