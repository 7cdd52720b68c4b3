import { actOnFinding } from '../acting/audit-finding.js';
import type { Handler } from '../handler.js';
import { findingView } from '../queries/audit/findings.js';

export const closeFinding: Handler<'closeFinding'> = async ({ who, actId, params, body }, { db, keyring }) => {
  const { id } = await actOnFinding({ db, keyring }, who, actId, { ...params, ...body, kind: 'closed' });
  return { status: 200, body: await findingView(db, keyring, id) };
};
