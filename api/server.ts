import { type Express, default as express } from 'express';
import { mountCodec } from './codec/mount-codec.js';
import type { World } from './deps.js';
import { problems } from './http/error-handler.js';
import { mountRoutes } from './http/mount.js';
import { refuseWhileRestoring } from './http/restoring.js';
import { openApiDocument } from './openapi.js';
import { mountPages, problemPage } from './pages/pages.js';
import { sendPage } from './pages/send-page.js';
import { mountPortals } from './portals/portals.js';
import { Refused } from './problem.js';
import { handlers } from './routes/index.js';
import { refuseCrossSite } from './security/cross-site.js';
import { notStored, securityHeaders } from './security/headers.js';
import { Limits } from './security/limits.js';
import { requestLog } from './security/request-log.js';
import { cookieName, sessions } from './session/session.js';

/** The API and its pages, ready to listen. It holds no state of its own: any number of processes serve together. */
export function createApi(world: World): Express {
  const deps = { ...world, limits: new Limits(world.pool, world.keyring) };
  const { settings, log } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', settings.trustedProxies);
  app.set('query parser', 'simple');
  app.use(requestLog(log), ...securityHeaders(settings.publicUrl));
  mountPages(app, deps);
  mountPortals(app, deps);
  const description = openApiDocument(settings.publicUrl, cookieName(settings));
  app.get('/api/openapi.json', (_request, response) => {
    response.json(description);
  });
  mountCodec(app, deps);
  app.use('/api', notStored, refuseCrossSite(settings.publicUrl), refuseWhileRestoring(deps.db), sessions(deps));
  mountRoutes(app, handlers, deps);
  app.use(() => {
    throw new Refused('NOT_FOUND');
  });
  app.use(problems(log, (response, problem) => sendPage(response, problemPage(problem, settings.demonstration))));
  return app;
}
