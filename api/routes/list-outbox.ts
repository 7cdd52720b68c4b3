import type { Handler } from '../handler.js';
import { Refused } from '../problem.js';
import { outboxPage } from '../queries/outbox.js';

/** Where real people are served, their messages are nobody's to read. */
export const listOutbox: Handler<'listOutbox'> = async ({ query }, { db, keyring, settings }) => {
  if (!settings.demonstration) throw new Refused('NOT_FOUND');
  return { status: 200, body: await outboxPage(db, keyring, query) };
};
