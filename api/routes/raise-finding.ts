import { raiseFinding as raise } from '../acting/audit-finding.js';
import type { Handler } from '../handler.js';
import { findingView } from '../queries/audit/findings.js';

export const raiseFinding: Handler<'raiseFinding'> = async ({ who, actId, params, body }, { db, keyring }) => {
  const { id } = await raise({ db, keyring }, who, actId, { ...params, ...body });
  return { status: 201, body: await findingView(db, keyring, id) };
};
