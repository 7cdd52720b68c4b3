import { CHUNAN } from './counties.js';
import type { SeedHousehold } from './households.js';
import { firstVerifierOf } from './officials.js';

interface Kin {
  householdId: string;
  officialId?: string;
  villageCommittee?: boolean;
  relation: string;
}

/** The relatives of a household among officials and village committee members. */
export function kinshipOf({ situation, register }: SeedHousehold, householdId: string): Kin[] {
  if (situation === 'relativeOfOfficial') {
    const officialId = firstVerifierOf(CHUNAN, register.villageCode.slice(0, 9));
    return [{ householdId, officialId, relation: '户主的堂兄弟' }];
  }
  if (situation === 'relativeOnVillageCommittee')
    return [{ householdId, villageCommittee: true, relation: '户主的女婿' }];
  return [];
}
