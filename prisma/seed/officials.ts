import type { Role } from '../../domain/rules/roles.js';
import { areasOf, type SeedCounty } from './counties.js';
import { inventedAccount, inventedName, inventedPhone } from './invented.js';
import { officesOf } from './offices.js';
import { chanceFor } from './random.js';

/** The one password of all officials of the demonstration, shown at the start. Never of a real county. */
export const DEMONSTRATION_PASSWORD = 'zhibao-demo-2026';

export interface SeedOfficial {
  id: string;
  login: string;
  name: string;
  officeId: string;
  officeName: string;
  areaCode: string;
  role: Role;
  account: string;
}

/** All officials of a county; the login is also the ID. */
export function officialsOf(county: SeedCounty): SeedOfficial[] {
  const posts = officesOf(county).flatMap((office) =>
    Object.entries(office.staff).map(([post, role]) => ({ office, role, login: `${county.loginPrefix}-${post}` })),
  );
  return posts.map(({ office, role, login }, index) => {
    const chance = chanceFor(login);
    return {
      id: login,
      login,
      name: inventedName(chance, chance.percent(60) ? 'male' : 'female'),
      officeId: office.id,
      officeName: office.name,
      areaCode: office.areaCode,
      role,
      account: inventedAccount(county.code, 91_000 + index, String(chance.between(1000, 9999))),
    };
  });
}

/** The official in each township who has a relative, and an account, in the register. */
export const firstVerifierOf = (county: SeedCounty, township: string): string =>
  `${county.loginPrefix}-${township}-verifier-1`;

/** @throws RangeError if the township is not of the county. */
export function accountOfVerifier(county: SeedCounty, township: string): string {
  const login = firstVerifierOf(county, township);
  return required(officialsOf(county).find((official) => official.login === login)).account;
}

export interface SeedHelper {
  villageCode: string;
  name: string;
  phone: string;
  account: string;
}

/** A helper in every village of the county: its liaison officer. */
export function helpersOf(county: SeedCounty): SeedHelper[] {
  const villages = areasOf(county).filter((area) => area.level === 'village');
  return villages.map((village, index) => {
    const chance = chanceFor(`${village.code}/helper`);
    return {
      villageCode: village.code,
      name: inventedName(chance, chance.percent(50) ? 'male' : 'female'),
      phone: inventedPhone(county.code, 9000 + index),
      account: inventedAccount(county.code, 90_000 + index, String(chance.between(1000, 9999))),
    };
  });
}

/** @throws RangeError if the village is not of the county. */
export function helperOf(county: SeedCounty, villageCode: string): SeedHelper {
  return required(helpersOf(county).find((helper) => helper.villageCode === villageCode));
}

function required<T>(found: T | undefined): T {
  if (found === undefined) throw new RangeError('not of this county');
  return found;
}
