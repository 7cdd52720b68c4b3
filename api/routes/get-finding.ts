import { findingFor } from '../acting/audit-finding.js';
import type { Handler } from '../handler.js';
import { findingView } from '../queries/audit/findings.js';

export const getFinding: Handler<'getFinding'> = async ({ who, params }, { db, keyring }) => {
  const { id } = await findingFor(db, who, params.id);
  return { status: 200, body: await findingView(db, keyring, id) };
};
