import type { RequestHandler } from 'express';
import { Refused } from '../problem.js';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses what another site makes a browser send with our cookies. Browsers say where a request comes from in
 * Sec-Fetch-Site, older ones in Origin; programs that send neither carry no one's cookies.
 */
export function refuseCrossSite(publicUrl: string): RequestHandler {
  const ours = new URL(publicUrl).origin;
  return (request, _response, next) => {
    if (SAFE.includes(request.method)) return next();
    const site = request.get('sec-fetch-site');
    if (site !== undefined)
      return next(site === 'same-origin' || site === 'none' ? undefined : new Refused('CROSS_SITE'));
    const origin = request.get('origin');
    const own = origin === undefined || origin === ours || hostOf(origin) === request.get('host');
    next(own ? undefined : new Refused('CROSS_SITE'));
  };
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
