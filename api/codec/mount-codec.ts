import { type Express, json, type RequestHandler } from 'express';
import { CountyCodec } from '../../platform/codec.js';
import { notStored } from '../security/headers.js';
import type { Deps } from '../deps.js';
import { sessions } from '../session/session.js';
import { codecReader } from './codec-reader.js';
import { decodeFor } from './decode.js';

const LIMIT = '16mb';

/**
 * What the Temporal UI and CLI ask for payloads to be opened (their codec protocol). Nothing is encoded for them: what
 * is to be sent into a case goes through the API.
 */
export function mountCodec(app: Express, deps: Deps): void {
  const codec = new CountyCodec(deps.keyring);
  const decode: RequestHandler = async (request, response) => {
    response.json(await decodeFor(deps, codec, await codecReader(deps, request), request.body));
  };
  app.use('/api/codec', notStored, fromUi(deps.settings.codecUiOrigin), sessions(deps));
  app.post('/api/codec/decode', json({ limit: LIMIT, type: () => true }), decode);
}

/** Pages of the UI may ask from their own origin, and pages of no other. */
const fromUi =
  (origin: string | undefined): RequestHandler =>
  (request, response, next) => {
    if (origin !== undefined && request.get('origin') === origin) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type, x-namespace');
      response.setHeader('Access-Control-Allow-Methods', 'POST');
      response.setHeader('Access-Control-Allow-Credentials', 'true');
      response.vary('Origin');
    }
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  };
