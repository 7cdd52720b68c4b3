import type { Role } from '../../domain/rules/roles.js';
import { CHUNAN, COUNTIES, REHEARSAL, type SeedCounty } from './counties.js';
import { householdsOf } from './households.js';
import { inventedPhone } from './invented.js';
import { DEMONSTRATION_PASSWORD, helperOf, officialsOf } from './officials.js';
import { SITUATIONS, type Situation } from './situations.js';

/** Who may log in to the demonstration. */
export type DemonstrationLogin =
  | { kind: 'official'; county: string; login: string; password: string; role: Role; office: string }
  /** By phone and one-time code; the code stands on the outbox page. */
  | { kind: 'household'; county: string; phone: string; situation: Situation; note: string }
  | { kind: 'helper'; county: string; phone: string; note: string };

/**
 * Those of the demonstration who may log in and are worth showing: the officials of the county offices and of the
 * village and township of the first household, one household in each situation, and the helper of the one without a phone.
 */
export function demonstrationLogins(): DemonstrationLogin[] {
  return [...COUNTIES.flatMap(officialLogins), ...householdLogins()];
}

/** The phone of the n-th household of the rehearsal county, from 1 to `REHEARSAL.households`. */
export function rehearsalPhone(number: number): string {
  if (number < 1 || number > REHEARSAL.households) throw new RangeError('the rehearsal county has no such household');
  return inventedPhone(REHEARSAL.code, number);
}

function officialLogins(county: SeedCounty): DemonstrationLogin[] {
  const village = householdsOf(county)[0]?.register.villageCode ?? '';
  return officialsOf(county)
    .filter(({ areaCode }) => [county.code, village.slice(0, 9), village].includes(areaCode))
    .map(({ login, role, officeName }) => ({
      kind: 'official',
      county: county.name,
      login,
      password: DEMONSTRATION_PASSWORD,
      role,
      office: officeName,
    }));
}

function householdLogins(): DemonstrationLogin[] {
  const first = new Map<Situation, DemonstrationLogin>();
  for (const { situation, register } of householdsOf(CHUNAN)) {
    if (first.has(situation)) continue;
    const note = SITUATIONS[situation];
    if (register.phone !== null) {
      first.set(situation, { kind: 'household', county: CHUNAN.name, phone: register.phone, situation, note });
    } else {
      const { phone } = helperOf(CHUNAN, register.villageCode);
      first.set(situation, { kind: 'helper', county: CHUNAN.name, phone, note: `代办人，所在村有农户${note}` });
    }
  }
  return [...first.values()];
}
