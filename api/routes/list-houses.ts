import type { Handler } from '../handler.js';
import { housePage } from '../queries/houses.js';

export const listHouses: Handler<'listHouses'> = async ({ who, query }, { db, keyring }) => ({
  ...{ status: 200, body: await housePage(db, keyring, who, query) },
});
