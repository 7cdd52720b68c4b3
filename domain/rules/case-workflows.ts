/** The orders of stages that an application's case can go: a workflow each. */
export const CASE_WORKFLOWS = ['directProject', 'relief', 'entitlement', 'relocation', 'renovation'] as const;
/** 三(八): need does not wait. By what a case begins with, as it is kept on its row. */
export const isRelief = (input: unknown): boolean => (input as { workflow?: CaseWorkflow }).workflow === 'relief';

/** Those whose function is there: programmes of the others are in the catalogue, and take no applications yet. */
export const RUNNING_WORKFLOWS: readonly CaseWorkflow[] = [
  'directProject',
  'relief',
  'entitlement',
  'relocation',
  'renovation',
];
/** What pays an entitlement for one of its periods: a short case of its own, which nobody applies for. */
export const RUN_WORKFLOW = 'entitlementRun';
/** 村集体份额: what pays the collective's share of a dividend, a case of no household. */
export const SHARE_WORKFLOW = 'collectiveShare';

export type CaseWorkflow = (typeof CASE_WORKFLOWS)[number];

/** The same for a household of a bundle, whose programme goes `directProject`: checked once with the others. */
export const BUNDLED_PROJECT = 'bundledProject';
export type AnyCaseWorkflow = CaseWorkflow | typeof BUNDLED_PROJECT;
