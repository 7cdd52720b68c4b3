/** The orders of stages that an application's case can go: a workflow each. */
export const CASE_WORKFLOWS = ['directProject', 'relief', 'entitlement', 'relocation', 'renovation'] as const;
export type CaseWorkflow = (typeof CASE_WORKFLOWS)[number];
