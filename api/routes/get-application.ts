import type { Handler } from '../handler.js';
import { applicationView } from '../queries/application-view.js';
import { visibleApplication } from '../queries/visible.js';

export const getApplication: Handler<'getApplication'> = async ({ who, params }, { db, keyring }) => {
  const draft = await visibleApplication(db, who, params.id);
  return { status: 200, body: await applicationView(db, keyring, draft) };
};
