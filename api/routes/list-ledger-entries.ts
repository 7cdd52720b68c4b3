import type { Handler } from '../handler.js';
import { entryPage } from '../queries/ledger-entries.js';

export const listLedgerEntries: Handler<'listLedgerEntries'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await entryPage(db, who, query),
});
