import { enterSite as enter } from '../acting/enter-site.js';
import type { Handler } from '../handler.js';
import { siteView } from '../queries/sites.js';

export const enterSite: Handler<'enterSite'> = async ({ who, body, actId }, { db }) => {
  const id = await enter(db, who, actId, body);
  return { status: 201, body: await siteView(db, id), location: `/api/resettlement-sites/${id}/plots` };
};
