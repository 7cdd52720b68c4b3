import type { Handler } from '../handler.js';
import { findingPage } from '../queries/audit/findings.js';

export const listFindings: Handler<'listFindings'> = async ({ who, query }, { db, keyring }) => ({
  status: 200,
  body: await findingPage(db, keyring, who, query),
});
