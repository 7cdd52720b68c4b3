import * as acting from '../acting/county-policy.js';
import type { Handler } from '../handler.js';
import { policyDraftPage, policyDraftView, policyPage } from '../queries/county-policies.js';

const listCountyPolicies: Handler<'listCountyPolicies'> = async ({ who, query }, { db }) => ({
  ...{ status: 200, body: await policyPage(db, who, query) },
});

const listPolicyDrafts: Handler<'listPolicyDrafts'> = async ({ who, query }, { db }) => ({
  ...{ status: 200, body: await policyDraftPage(db, who, query) },
});

const proposePolicy: Handler<'proposePolicy'> = async ({ who, body, actId }, { db }) => {
  const id = await acting.proposePolicy(db, who, actId, body);
  return { status: 201, body: await policyDraftView(db, id) };
};

const signPolicy: Handler<'signPolicy'> = async ({ who, params: { id }, body, takenOver }, { db }) => {
  await acting.signPolicy(db, who, id, { ...body, repeated: takenOver });
  return { status: 200, body: await policyDraftView(db, id) };
};

/** The handlers of the county's policy. */
export const countyPolicyHandlers = { listCountyPolicies, listPolicyDrafts, proposePolicy, signPolicy };
