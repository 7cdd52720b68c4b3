import type { EligibilityFacts } from '../domain/rules/eligibility.js';
import type { Tx } from './client.js';
import type { HouseholdModel, MemberModel } from './generated/models.js';

type Asked = Pick<HouseholdModel, 'standing' | 'group' | 'incomeFen' | 'villageCode'> & {
  readonly members: readonly Pick<MemberModel, 'id' | 'canWork' | 'disability' | 'minority' | 'status'>[];
};

/** What a programme may ask of a household, and of the person whom it is for, as the register has it now. */
export async function eligibilityFacts(
  tx: Tx,
  household: Asked,
  personId: string | null = null,
): Promise<EligibilityFacts> {
  const { standing, group, incomeFen, villageCode } = household;
  const village = await tx.area.findUnique({ where: { code: villageCode }, select: { villageType: true } });
  const person = household.members.find(({ id }) => id === personId);
  return {
    ...(person && { person }),
    ...{ standing, group, incomeFen, villageType: village?.villageType ?? null },
    members: household.members.filter(({ status }) => status === 'present'),
  };
}
