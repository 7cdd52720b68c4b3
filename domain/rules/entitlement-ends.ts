/** Why what is paid period after period is paid no longer. */
export const END_REASONS = [
  'householdExited',
  'underObservation',
  'groupNotCovered',
  'personDied',
  'personLeft',
  'ageReached',
  'allPaid',
  'fellDue',
  'householdChanged',
  'collectiveClosed',
  'byOffice',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** What an official may end it for himself; the others follow from the records. */
export const OFFICE_ENDS = ['householdChanged', 'byOffice'] as const satisfies readonly EndReason[];

/** What decides whether an entitlement still holds, as the register has it when a period is due. */
export interface EntitlementFacts {
  readonly standing: 'registered' | 'observation' | 'exited' | 'unregistered';
  readonly group: 'dibao' | 'dibaoMarginal' | 'lowIncome';
  /** Whom a personal one is for; undefined where it is the household's. */
  readonly person?: { readonly status: 'present' | 'dead' | 'departed'; readonly age: number } | undefined;
}

/** The programme's own rule. */
export interface EntitlementRule {
  readonly standings: readonly EntitlementFacts['standing'][];
  readonly groups: readonly EntitlementFacts['group'][];
  readonly inObservation?: boolean | undefined;
  /** Loans keep their interest subsidy until they fall due. */
  readonly afterExit?: 'stop' | 'untilDue' | undefined;
  readonly untilAge?: number | undefined;
}

/** Why an entitlement does not hold any more; undefined where it does. A person's own facts come before the household's. */
export function whyEnded({ standing, group, person }: EntitlementFacts, rule: EntitlementRule): EndReason | undefined {
  if (person?.status === 'dead') return 'personDied';
  if (person?.status === 'departed') return 'personLeft';
  if (person && rule.untilAge !== undefined && person.age >= rule.untilAge) return 'ageReached';
  const { inObservation = rule.standings.includes('observation') } = rule;
  switch (standing) {
    case 'observation':
      if (!inObservation) return 'underObservation';
      break;
    case 'exited':
      if (rule.afterExit === 'untilDue') return undefined;
      return rule.standings.includes('exited') ? undefined : 'householdExited';
    case 'unregistered':
      return rule.standings.includes('unregistered') ? undefined : 'householdExited';
    case 'registered':
  }
  return rule.groups.includes(group) ? undefined : 'groupNotCovered';
}
