import type { Response } from 'express';
import { found } from '../problem.js';

/** The number or code in an address. @throws Refused NOT_FOUND for what is none */
export const nameIn = (text: string): string => found(/^[\w-]+$/.test(text) ? text : undefined);

/** What it shows changes, and a shared computer keeps nothing. */
export function sendPage(response: Response, page: string): void {
  response.setHeader('Cache-Control', 'no-store');
  response.type('html').send(page);
}
