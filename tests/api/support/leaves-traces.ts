import { headOf } from '../../../prisma/household.js';
import { tellHousehold } from '../../../prisma/household-message.js';
import type { ApiAlone } from './api.js';
import { household, official } from './people.js';
import type { Visitor } from './visitor.js';

/** A household signs in and is written to; an auditor names it in a finding, which its office answers. */
export async function leavesTraces(
  api: ApiAlone,
  auditor: Visitor,
  householdId: string,
  caseNo: string,
): Promise<void> {
  await household(api, householdId);
  const { name } = await headOf(api.db, api.keyring, householdId);
  await tellHousehold(api.db, api.keyring, { caseNo, key: `${caseNo}/told`, text: `${name}，您好` });
  const checker = await official(api, 'yl-checker-1');
  const words = { words: `${name}的账户未核对` };
  const raised = { officeId: 'yl-relief', dueOn: '2099-01-01', ...words };
  const { body } = await auditor.post(`/api/audit/cases/${caseNo}/findings`, raised);
  await checker.post(`/api/findings/${body.id}/answer`, words);
  const { status } = await auditor.post(`/api/findings/${body.id}/close`, words);
  if (status !== 200) throw new Error(`Closing the finding was answered with ${status}.`);
}
