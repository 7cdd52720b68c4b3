import type { Application } from '../../domain/schemas/application.js';
import { countyOf } from '../../domain/rules/county-of.js';
import type { NewHouse } from '../../domain/schemas/houses.js';
import { decisionText } from '../../domain/texts/decision-text.js';
import { HOUSEHOLD_MESSAGES } from '../../domain/texts/household-messages.js';
import { uuidFor } from '../../platform/digest.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db, Prisma, Tx } from '../../prisma/client.js';
import type { CaseModel, HouseModel } from '../../prisma/generated/models.js';
import { tellHousehold } from '../../prisma/household-message.js';
import { enterFound, homesteadOf } from '../../prisma/houses.js';
import { keepWords } from '../../prisma/words.js';
import { found, Refused } from '../problem.js';
import { isOpen, policyInForce, programmesInForce } from '../queries/programmes.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';
import { makeCase } from './make-case.js';
import { isTaken } from './taken.js';

type Grade = NewHouse['grade'];

/** An entry and the case that deals with it; null where its programme takes no applications. */
export interface Entered {
  readonly house: HouseModel;
  readonly row: CaseModel | null;
}

/** Danger by its ordinal. */
const ORDINALS = { C: 3, D: 4 } as const satisfies Record<Grade, number>;

interface Where {
  readonly db: Db;
  readonly keyring: Keyring;
}

/**
 * 发现一户、登记一户: an unsafe house enters the ledger at once, with the county's deadline, and its case with it.
 * Repeated, the act finds its entry.
 *
 * @throws Refused NOT_FOUND, OUT_OF_AREA, HOUSE_KNOWN, ALREADY_RUNNING
 */
export async function enterHouse(where: Where, who: OfficialWho, actId: string, house: NewHouse): Promise<Entered> {
  const { registerNo } = house;
  return await orRunning(where.db, { registerNo }, () => enter(where, who, actId, house));
}

async function enter(
  { db, keyring }: Where,
  who: OfficialWho,
  actId: string,
  { registerNo, grade, ...seen }: NewHouse,
): Promise<Entered> {
  const id = uuidFor(actId, 'house');
  return await db.$transaction(async (tx) => {
    const household = found(await tx.household.findUnique({ where: { registerNo } }));
    const { id: householdId, villageCode: areaCode } = household;
    withinArea(who, areaCode);
    const known = await homesteadOf(tx, householdId);
    const entered = await tx.house.findUnique({ where: { id } });
    if (entered) return { house: entered, row: await caseOf(tx, entered) };
    if (known) throw new Refused('HOUSE_KNOWN', { ...(known.caseNo !== null && { caseNo: known.caseNo }) });
    const countyCode = countyOf(areaCode);
    const { body: policy } = await policyInForce(tx, countyCode);
    const text = decisionText(seen)!;
    const { ref } = await keepWords(tx, keyring, { id: uuidFor(actId, 'words'), householdId, text });
    const owner = { householdId, countyCode, areaCode };
    const house = await enterFound(tx, owner, policy, { id, foundById: who.id, wordsId: ref });
    const row = await caseFor(tx, house, grade, who, actId);
    if (!row) return { house, row };
    const message = HOUSEHOLD_MESSAGES.houseFound({ caseNo: row.caseNo });
    await tellHousehold(tx, keyring, { caseNo: row.caseNo, key: `${row.caseNo}/houseFound`, text: message });
    return { house, row };
  });
}

/**
 * Begins a case for an entry that waits for one. Repeated, the act finds its case.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, HOUSE_IN_HAND, PROGRAMME_CLOSED, ALREADY_RUNNING
 */
export async function beginRenovation(
  db: Db,
  who: OfficialWho,
  id: string,
  actId: string,
  grade: Grade,
): Promise<Entered> {
  return await orRunning(db, { houses: { some: { id } } }, () => begin(db, who, id, actId, grade));
}

async function begin(db: Db, who: OfficialWho, id: string, actId: string, grade: Grade): Promise<Entered> {
  return await db.$transaction(async (tx) => {
    const { householdId, areaCode } = found(await tx.house.findUnique({ where: { id } }));
    withinArea(who, areaCode);
    const house = await homesteadOf(tx, householdId);
    const row = await tx.case.findUnique({ where: { applicationId: applicationOf(actId) } });
    if (house && row) return { house, row };
    if (house?.id !== id || house.state !== 'found') throw new Refused('HOUSE_IN_HAND');
    const begun = await caseFor(tx, house, grade, who, actId);
    if (!begun) throw new Refused('PROGRAMME_CLOSED');
    return { house, row: begun };
  });
}

/**
 * What comes of entering a house, or of beginning its case; where the household has a case for it that no entry shows,
 * begun before there were any, it goes on with that one.
 */
async function orRunning(
  db: Db,
  household: Prisma.HouseholdWhereInput,
  entering: () => Promise<Entered>,
): Promise<Entered> {
  try {
    return await entering();
  } catch (error) {
    if (!isTaken(error)) throw error;
    const row = await db.case.findFirst({
      where: { household, running: true, entitlementNo: null, programmeCode: { in: await codesOfRenovation(db) } },
    });
    throw row ? new Refused('ALREADY_RUNNING', { caseNo: row.caseNo }) : error;
  }
}

const codesOfRenovation = async (db: Db): Promise<string[]> => {
  const workflow = { path: ['workflow'], equals: 'renovation' };
  const versions = await db.programme.findMany({
    where: { body: workflow },
    distinct: ['code'],
    select: { code: true },
  });
  return versions.map(({ code }) => code);
};

const applicationOf = (actId: string): string => uuidFor(actId, 'application');

const caseOf = async (tx: Tx, { caseNo }: HouseModel): Promise<CaseModel | null> =>
  caseNo === null ? null : await tx.case.findUnique({ where: { caseNo } });

/** Whoever has found a house does not judge it. What is missing is promised, and asked for by the case. */
async function caseFor(
  tx: Tx,
  { householdId, countyCode, areaCode }: HouseModel,
  grade: Grade,
  who: OfficialWho,
  actId: string,
): Promise<CaseModel | null> {
  const programmes = await programmesInForce(tx, countyCode);
  const programme = programmes.find((each) => each.workflow === 'renovation' && isOpen(each));
  if (!programme) return null;
  const quantity = ORDINALS[grade];
  const promisedPapers = programme.papers.filter(({ required, promisable }) => required && promisable);
  const asked = { quantity, promisedPapers: promisedPapers.map(({ kind }) => kind) };
  const draft = await tx.applicationDraft.create({
    data: {
      ...{ id: applicationOf(actId), householdId, programmeCode: programme.code },
      body: { ...asked, registerConfirmed: true },
    },
  });
  const decisions: Application['decisions'] = [
    { stage: 'submitted', officialId: who.id, officeId: who.office.id, overturned: false },
  ];
  return await makeCase(tx, draft, areaCode, { ...asked, decisions });
}
