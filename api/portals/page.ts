import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Request, RequestHandler } from 'express';
import { Refused } from '../problem.js';
import { BUILT } from './built.js';

const NONCE = '__CSP_NONCE__';
const DEMONSTRATION = '__DEMONSTRATION__';
const FIRST_WORDS = /(?<=<main>).*(?=<\/main>)/s;

/** What somebody reads at an address before its scripts have come, where it is more than what the portal's page says. */
export type FirstWords<Params = unknown> = (request: Request<Params>, page: string) => Promise<string | undefined>;

/**
 * The one page of a portal, whatever address within it is asked for: which of its views is meant, it knows itself.
 * A page whose library makes styles while it runs asks for a nonce (`__CSP_NONCE__` in its HTML) and gets a new one
 * each time, good for styles and for nothing else.
 */
export function portalPage<Params>(
  portal: string,
  demonstration: boolean,
  firstWords?: FirstWords<Params>,
): RequestHandler<Params> {
  const file = path.join(BUILT, `${portal}.html`);
  return async (request, response) => {
    const page = await readFile(file, 'utf8').catch(() => {
      throw new Refused('NOT_FOUND');
    });
    const nonce = randomBytes(16).toString('base64');
    if (page.includes(NONCE)) {
      const policy = String(response.getHeader('Content-Security-Policy'));
      response.setHeader('Content-Security-Policy', policy.replace('style-src', `style-src 'nonce-${nonce}'`));
    }
    // Its scripts' names change with what is in them, so the page that names them is asked for each time.
    response.setHeader('Cache-Control', 'no-cache');
    const words = await firstWords?.(request, page).catch(() => undefined);
    const said = words === undefined ? page : page.replace(FIRST_WORDS, () => words);
    response.type('html').send(said.replaceAll(NONCE, nonce).replace(DEMONSTRATION, String(demonstration)));
  };
}
