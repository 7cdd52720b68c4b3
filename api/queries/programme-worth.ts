import { applicantOf } from '../../domain/rules/applicants.js';
import { subsidyFen } from '../../domain/rules/amounts.js';
import { DESK_FINDINGS, type DeskFindingCode, isBlocked } from '../../domain/rules/desk-findings.js';
import { type EligibilityFacts, ineligibility } from '../../domain/rules/eligibility.js';
import { standardFor } from '../../domain/rules/household-standard.js';
import { rentFen } from '../../domain/rules/rent.js';
import { isWithin } from '../../domain/rules/quantities.js';
import type { VillageType } from '../../domain/schemas/eligibility.js';
import type { Programme } from '../../domain/schemas/programme.js';
import type { Prisma, Tx } from '../../prisma/client.js';

/** What of a household the worth of a programme hangs on. */
export const WORTH_SELECT = {
  ...{ registerNo: true, villageCode: true, standing: true, group: true, incomeFen: true },
  members: { where: { status: 'present' }, select: { canWork: true, disability: true, minority: true } },
} as const satisfies Prisma.HouseholdSelect;
export type WorthRow = Prisma.HouseholdGetPayload<{ select: typeof WORTH_SELECT }>;

/** The kinds of all villages of a county that are of one. */
export async function villageTypes(tx: Tx, countyCode: string): Promise<ReadonlyMap<string, VillageType>> {
  const where = { code: { startsWith: countyCode }, villageType: { not: null } };
  const rows = await tx.area.findMany({ where, select: { code: true, villageType: true } });
  return new Map(rows.map(({ code, villageType }) => [code, villageType!]));
}

/**
 * What a programme would find against a household and pay it for a quantity, or of the rent of a long lease in place of
 * that, by the register as it is now.
 */
export function worthOf(
  programme: Programme,
  row: WorthRow,
  villages: ReadonlyMap<string, VillageType>,
  quantity: number,
  rentMonths: number | null = null,
) {
  const facts: EligibilityFacts = { ...row, villageType: villages.get(row.villageCode) ?? null };
  const codes: DeskFindingCode[] =
    applicantOf(programme) === 'household' ? ineligibility(programme.eligible, facts) : ['NOT_FOR_HOUSEHOLDS'];
  if (!isWithin(programme.measure, quantity)) codes.push('QUANTITY_OUT_OF_RANGE');
  if (programme.measure.counts === 'members' && quantity > row.members.length) codes.push('MORE_THAN_MEMBERS');
  const standard = standardFor(programme.standard, { group: row.group, persons: row.members.length });
  const wholeFen = rentMonths === null ? subsidyFen(standard, quantity) : rentFen(programme.rent, rentMonths);
  const amountFen = isBlocked(codes) ? 0 : wholeFen;
  const findings = codes.map((code) => ({ code, zh: DESK_FINDINGS[code].zh, en: DESK_FINDINGS[code].en }));
  return { findings, amountFen, eligible: !isBlocked(codes) };
}
