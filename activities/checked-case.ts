import type { DeskFindingCode } from '../domain/rules/desk-findings.js';
import type { ofHousehold } from '../prisma/applicant.js';
import type { Prisma } from '../prisma/client.js';

/** What the desk looks at of a case. */
export const asChecked = {
  household: { include: { members: true, accounts: true, kin: true } },
} satisfies Prisma.CaseInclude;
export type CheckedCase = ReturnType<typeof ofHousehold<Prisma.CaseGetPayload<{ include: typeof asChecked }>>>;

/** What one question of the desk found, if anything. */
export type Finding = DeskFindingCode | false;

export const onlyFound = (findings: readonly Finding[]): DeskFindingCode[] => findings.filter((code) => code !== false);
