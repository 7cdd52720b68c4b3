import type { Handler } from '../handler.js';
import { figurePage } from '../queries/audit/statistics.js';

export const listFigureCases: Handler<'listFigureCases'> = async ({ who, params, query }, { db }) => ({
  status: 200,
  body: await figurePage(db, who, params.figure, query),
});
