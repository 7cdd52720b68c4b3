import type { Request } from 'express';
import type { Deps } from '../deps.js';
import { cookieName } from '../session/session.js';

/** Whether a session is claimed; whose, and whether it still counts, is not asked. */
export const isSignedIn = <Params>({ headers }: Request<Params>, settings: Deps['settings']): boolean =>
  headers.cookie?.includes(`${cookieName(settings)}=`) ?? false;
