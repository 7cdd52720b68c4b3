import { hash } from '@node-rs/argon2';
import { programmesOf } from '../../domain/programmes/catalogue.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db, Tx } from '../client.js';
import { logRegister, type SignLeaf } from '../log-register.js';
import { newHousehold } from '../register/new-household.js';
import { officeLeaf, officialLeaf } from '../register-now.js';
import { sealColumn } from '../sealed.js';
import { policyRow, programmeRow } from '../versions.js';
import { calendarRows } from './calendar.js';
import { areasOf, COUNTIES, type SeedCounty } from './counties.js';
import { loadFunds } from './funds.js';
import { householdsOf, type SeedHousehold } from './households.js';
import { kinshipOf } from './kinship.js';
import { officesOf } from './offices.js';
import { loadPayees } from './payees.js';
import { DEMONSTRATION_PASSWORD, helpersOf, officialsOf, type SeedOfficial } from './officials.js';

const CALENDAR_YEARS = { from: 2018, to: 2026 };
const PAGE = 100;
/** A machine that has just started everything is slow. */
const PATIENCE = { maxWait: 30_000, timeout: 120_000 };

/**
 * Loads the demonstration: Chun'an with 200 invented households, and a county for rehearsals. What is there
 * stays as it is, so that a second call, or one after an interrupted first, only adds what is missing. The officials and
 * offices that it adds are logged with them.
 */
export async function loadDemonstration(db: Db, keyring: Keyring, sign: SignLeaf): Promise<void> {
  await db.calendarDay.createMany({
    data: calendarRows(CALENDAR_YEARS.from, CALENDAR_YEARS.to),
    skipDuplicates: true,
  });
  const year = Number(shanghaiDate(Date.now()).slice(0, 4));
  for (const county of COUNTIES) {
    await loadCounty(db, county, year);
    await loadOfficials(db, keyring, county, sign);
    await loadHelpers(db, keyring, county);
    await loadPayees(db, keyring, county);
    await loadHouseholds(db, keyring, householdsOf(county));
  }
}

/** The county, its areas, policy, ways of applying, programmes, and the funds and allotments of a year and the next. */
async function loadCounty(db: Db, county: SeedCounty, year: number): Promise<void> {
  const { code, name, rehearsal, daySeconds } = county;
  await db.area.createMany({ data: areasOf(county), skipDuplicates: true });
  await db.county.createMany({ data: [{ code, name, rehearsal, daySeconds }], skipDuplicates: true });
  const effectiveFrom = new Date(`${year}-01-01T00:00:00+08:00`);
  await db.countyPolicy.createMany({ data: [policyRow(county.policy, effectiveFrom)], skipDuplicates: true });
  const from = `${year}-01-01`;
  const routes = (['bundled', 'tiered'] as const).map((route) => ({
    areaCode: code,
    route,
    from,
    open: true,
    byId: 'demo',
  }));
  await db.routeSwitch.createMany({ data: routes, skipDuplicates: true });
  const programmes = programmesOf(code, year);
  await db.programme.createMany({ data: programmes.map(programmeRow), skipDuplicates: true });
  for (const fiscalYear of [year, year + 1]) await loadFunds(db, county, programmes, fiscalYear);
}

async function loadOfficials(db: Db, keyring: Keyring, county: SeedCounty, sign: SignLeaf): Promise<void> {
  const offices = officesOf(county).map(({ staff: _staff, ...office }) => office);
  await db.$transaction(async (tx) => {
    const entered = await tx.office.createManyAndReturn({ data: offices, skipDuplicates: true });
    await logRegister(tx, sign, entered.map(officeLeaf));
  }, PATIENCE);
  const officials = officialsOf(county);
  const known = await db.official.findMany({
    where: { id: { in: officials.map(({ id }) => id) } },
    select: { id: true },
  });
  const knownIds = new Set(known.map(({ id }) => id));
  const missing = officials.filter(({ id }) => !knownIds.has(id));
  if (missing.length === 0) return;
  // Everybody has the demonstration's one password: hashed once, since each takes its time.
  const passwordHash = await hash(DEMONSTRATION_PASSWORD);
  const data = missing.map((official) => officialRow(keyring, official, passwordHash));
  await db.$transaction(async (tx) => {
    const entered = await tx.official.createManyAndReturn({ data, skipDuplicates: true });
    await logRegister(tx, sign, entered.map(officialLeaf));
  }, PATIENCE);
}

function officialRow(keyring: Keyring, official: SeedOfficial, passwordHash: string) {
  const { id, login, name, officeId, areaCode, role, account } = official;
  const accountHash = keyring.lookup('account', account);
  return {
    id,
    login,
    name,
    officeId,
    areaCode,
    email: `${login}@demo.invalid`,
    roles: [role],
    passwordHash,
    accountHash,
  };
}

async function loadHelpers(db: Db, keyring: Keyring, county: SeedCounty): Promise<void> {
  const { key } = keyring.county(county.code);
  const data = helpersOf(county).map(({ villageCode, name, phone, account }) => ({
    villageCode,
    nameSealed: sealColumn(key, 'helperName', name),
    phoneHash: keyring.lookup('phone', phone),
    accountHash: keyring.lookup('account', account),
  }));
  await db.helper.createMany({ data, skipDuplicates: true });
}

/** Page by page, each in one transaction: a household is there with its members and account, or not at all. */
async function loadHouseholds(db: Db, keyring: Keyring, households: readonly SeedHousehold[]): Promise<void> {
  for (let first = 0; first < households.length; first += PAGE) {
    const page = households.slice(first, first + PAGE);
    await db.$transaction((tx) => loadPage(tx, keyring, page), PATIENCE);
  }
}

async function loadPage(tx: Tx, keyring: Keyring, page: readonly SeedHousehold[]): Promise<void> {
  const registerNos = page.map(({ register }) => register.registerNo);
  const known = await tx.household.findMany({
    where: { registerNo: { in: registerNos } },
    select: { registerNo: true },
  });
  const knownNos = new Set(known.map(({ registerNo }) => registerNo));
  const rows = page
    .filter(({ register }) => !knownNos.has(register.registerNo))
    .map((seed) => ({ seed, ...newHousehold(keyring, seed.register) }));
  await tx.household.createMany({ data: rows.map(({ household }) => household) });
  await tx.member.createMany({ data: rows.flatMap(({ members }) => members) });
  await tx.account.createMany({ data: rows.flatMap(({ accounts }) => accounts) });
  await tx.kinship.createMany({ data: rows.flatMap(({ seed, household }) => kinshipOf(seed, household.id)) });
}
