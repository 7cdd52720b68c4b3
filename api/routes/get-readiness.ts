import type { Handler } from '../handler.js';
import { readiness } from '../queries/readiness.js';

export const getReadiness: Handler<'getReadiness'> = async (_call, deps) => {
  const body = await readiness(deps);
  return { status: body.postgres ? 200 : 503, body };
};
