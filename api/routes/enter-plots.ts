import { enterPlots as enter } from '../acting/enter-site.js';
import type { Handler } from '../handler.js';
import { siteView } from '../queries/sites.js';

export const enterPlots: Handler<'enterPlots'> = async ({ who, params: { id }, body, takenOver }, { db }) => {
  await enter(db, who, id, body.plots, takenOver);
  return { status: 201, body: await siteView(db, id) };
};
