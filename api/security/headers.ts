import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Everything comes from this host; no inline script or style; nobody frames it. */
export function securityHeaders(publicUrl: string): RequestHandler[] {
  const secure = publicUrl.startsWith('https:');
  const none = ["'none'"];
  const self = ["'self'"];
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: none,
          scriptSrc: self,
          styleSrc: self,
          imgSrc: [...self, 'data:', 'blob:'],
          fontSrc: self,
          manifestSrc: self,
          workerSrc: self,
          connectSrc: self,
          formAction: self,
          baseUri: none,
          frameAncestors: none,
          objectSrc: none,
          ...(secure && { upgradeInsecureRequests: [] }),
        },
      },
      strictTransportSecurity: secure,
      referrerPolicy: { policy: 'same-origin' },
    }),
    (_request, response, next) => {
      response.setHeader('Permissions-Policy', 'camera=(self), geolocation=(self), microphone=()');
      next();
    },
  ];
}

/** Answers hold what only their reader may see. */
export const notStored: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
