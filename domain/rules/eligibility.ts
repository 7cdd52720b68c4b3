import type { Eligibility, Standing, VillageType } from '../schemas/eligibility.js';
import type { HouseholdGroup } from '../schemas/published-standard.js';
import type { DeskFindingCode } from './desk-findings.js';

/** What a programme may ask of a member, as the register has it. */
interface MemberFacts {
  readonly canWork: boolean;
  /** 1 the gravest, 0 none; null where the register does not say. */
  readonly disability: number | null;
  readonly minority: boolean | null;
}

/** What a programme may ask of a household, as the register has it. */
export interface EligibilityFacts {
  readonly standing: Standing;
  readonly group: HouseholdGroup;
  /** Present members. */
  readonly members: readonly MemberFacts[];
  /** Whom a personal subsidy is for: a disability that it asks for is the own one. */
  readonly person?: MemberFacts | undefined;
  readonly villageType: VillageType | null;
  /** Of the year before, each person; null where the register does not say. */
  readonly incomeFen: number | null;
}

/** Why a programme is not for a household; empty where it is. What the register does not say is no claim. */
export function ineligibility(eligible: Eligibility, household: EligibilityFacts): DeskFindingCode[] {
  const { standing, group, members, person, villageType } = household;
  const isOutside = UNREGISTERED.includes(standing);
  const isCovered = eligible.standings.includes(standing);
  if (isOutside && !isCovered) return ['NOT_REGISTERED'];
  const hasLabour = members.some(({ canWork }) => canWork);
  const whose = person ? [person] : members;
  const hasDisability = whose.some(({ disability }) => eligible.disabilityGrades?.includes(disability ?? 0));
  const findings: (DeskFindingCode | false)[] = [
    !isCovered && 'STANDING_NOT_ELIGIBLE',
    // Groups are the register's: a household outside of it has none.
    !isOutside && !eligible.groups.includes(group) && 'GROUP_NOT_ELIGIBLE',
    eligible.needsLabour && !hasLabour && 'NO_LABOUR',
    eligible.withoutLabour === true && hasLabour && 'HAS_LABOUR',
    eligible.disabilityGrades !== undefined && !hasDisability && 'NO_DISABILITY',
    eligible.minority === true && !members.some(({ minority }) => minority) && 'NO_MINORITY',
    !inVillages(eligible, villageType) && 'VILLAGE_NOT_ELIGIBLE',
    ...income(eligible, household),
  ];
  return findings.filter((code) => code !== false);
}

/** Why a programme is not for the collective of a village; empty where it is. */
export const collectiveIneligibility = (eligible: Eligibility, villageType: VillageType | null): DeskFindingCode[] =>
  inVillages(eligible, villageType) ? [] : ['VILLAGE_NOT_ELIGIBLE'];

const UNREGISTERED: readonly Standing[] = ['exited', 'unregistered'];

const inVillages = ({ villageTypes }: Eligibility, villageType: VillageType | null): boolean =>
  villageTypes === undefined || (villageType !== null && villageTypes.includes(villageType));

function income({ incomeBelowFen }: Eligibility, { incomeFen }: EligibilityFacts): DeskFindingCode[] {
  if (incomeBelowFen === undefined) return [];
  if (incomeFen === null) return ['INCOME_UNKNOWN'];
  return incomeFen < incomeBelowFen ? [] : ['INCOME_TOO_HIGH'];
}
