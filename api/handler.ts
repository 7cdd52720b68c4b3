import type { Answer, Body, Params, Query, RouteId } from '../domain/routes.js';
import type { Deps } from './deps.js';
import type { IncomingFile } from './papers/upload.js';
import type { SessionControl } from './session/session.js';
import type { WhoOf } from './who.js';

/** A checked request: what its row in the table asks for, and nothing else. */
export interface Call<Id extends RouteId> {
  readonly params: Params<Id>;
  readonly query: Query<Id>;
  readonly body: Body<Id>;
  readonly who: WhoOf<Id>;
  /** Digest of actor, route and idempotency key: what this act creates is named by it, so that a repetition finds it. */
  readonly actId: string;
  /** Somebody began this act before and did not finish: look whether it is done already. */
  readonly takenOver: boolean;
  readonly file: IncomingFile | undefined;
  readonly session: SessionControl;
  readonly ip: string;
}

/** The bytes that an answer consists of: a stored file, or one made for it, by its name. */
export type FileAnswer =
  | { readonly path: string; readonly contentType: string }
  | { readonly bytes: Buffer; readonly name: string; readonly contentType: string };

export type Handler<Id extends RouteId> = (
  call: Call<Id>,
  deps: Deps,
) => Promise<Answer<Id> & { readonly file?: FileAnswer }>;

export type Handlers = { readonly [Id in RouteId]: Handler<Id> };
