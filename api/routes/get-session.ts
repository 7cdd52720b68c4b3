import type { Handler } from '../handler.js';
import { found } from '../problem.js';
import { sessionView } from '../session/session-view.js';

export const getSession: Handler<'getSession'> = async ({ who, session }, deps) => ({
  status: 200,
  body: await sessionView(deps, who, found(session.current)),
});
