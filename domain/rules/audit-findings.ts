import type { AuditFindingAct, AuditFindingState } from '../schemas/audit-finding.js';

/** 审计问题: how a finding stands after each act on it. */
export const STATE_AFTER = {
  raised: 'open',
  answered: 'answered',
  returned: 'open',
  closed: 'closed',
} as const satisfies Record<AuditFindingAct, AuditFindingState>;
