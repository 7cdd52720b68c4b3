import type { Request, RequestHandler } from 'express';
import connectPgSimple from 'connect-pg-simple';
import session from 'express-session';
import type { Deps } from '../deps.js';
import type { SignedIn } from './identity.js';

declare module 'express-session' {
  interface SessionData {
    signedIn: SignedIn;
  }
}

const HOURS = 3_600_000;
/** A working day; then one signs in again. */
const LASTS_MS = 12 * HOURS;

/** How a handler begins and ends a session. */
export interface SessionControl {
  readonly current: SignedIn | undefined;
  /** The one place where an identity becomes a session, however it was proved; always with a new session ID. */
  open(signedIn: SignedIn): Promise<void>;
  close(): Promise<void>;
}

/** Copies on one host share its cookies, whatever their port. */
export const cookieName = ({ publicUrl, port }: Deps['settings']): string =>
  `${isSecure(publicUrl) ? '__Host-' : ''}zhibao-${port}`;

const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:');

/** Sessions are rows of the table `session`; the cookie holds the signed ID alone. */
export function sessions({ settings, pool, log }: Deps): RequestHandler {
  const Store = connectPgSimple(session);
  return session({
    store: new Store({
      pool,
      tableName: 'session',
      disableTouch: true,
      errorLog: () => log.error('session store failed'),
    }),
    name: cookieName(settings),
    secret: settings.sessionSecret,
    resave: false,
    saveUninitialized: false,
    // The connection is plain where a proxy has ended TLS: what it says counts for the cookie, however many they are.
    proxy: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure: isSecure(settings.publicUrl), path: '/', maxAge: LASTS_MS },
  });
}

export function sessionControl(request: Request): SessionControl {
  return {
    get current() {
      return request.session.signedIn;
    },
    open: async (signedIn) => {
      await done((callback) => request.session.regenerate(callback));
      request.session.signedIn = signedIn;
      await done((callback) => request.session.save(callback));
    },
    close: () => done((callback) => request.session.destroy(callback)),
  };
}

const done = (work: (callback: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    work((error) => {
      if (error) reject(error instanceof Error ? error : new Error('the session store failed'));
      else resolve();
    });
  });
