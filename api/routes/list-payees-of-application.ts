import type { Handler } from '../handler.js';
import { payeesOfApplication } from '../queries/payees.js';
import { visibleApplication } from '../queries/visible.js';

export const listPayeesOfApplication: Handler<'listPayeesOfApplication'> = async ({ who, params, query }, { db }) => ({
  ...{ status: 200, body: await payeesOfApplication(db, await visibleApplication(db, who, params.id), query) },
});
