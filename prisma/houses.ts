import { ofHousehold } from './applicant.js';
import { measureOf, VOID_HOUSES } from '../domain/rules/homestead.js';
import { termEnd } from '../domain/rules/terms.js';
import type { CountyPolicy } from '../domain/schemas/county-policy.js';
import type { Programme } from '../domain/schemas/programme.js';
import type { Tx } from './client.js';
import type { CaseModel, HouseModel } from './generated/models.js';
import { countyDays } from './rules-in-force.js';

/** A house as somebody found it. */
interface Found {
  readonly id: string;
  readonly foundById: string;
  readonly wordsId: string;
}

type Owner = Pick<HouseModel, 'householdId' | 'countyCode' | 'areaCode'>;

/**
 * The entry of a household's homestead, if it has one; the household is locked, so that nobody enters another
 * meanwhile.
 */
export async function homesteadOf(tx: Tx, householdId: string): Promise<HouseModel | null> {
  await tx.$queryRaw`SELECT 1 FROM "Household" WHERE "id" = ${householdId} FOR NO KEY UPDATE`;
  return await tx.house.findFirst({ where: { householdId, state: { notIn: [...VOID_HOUSES] } } });
}

/** 一户一档: enters a house that was found unsafe, with the county's deadline. */
export async function enterFound(tx: Tx, owner: Owner, policy: CountyPolicy, found: Found): Promise<HouseModel> {
  const entry = await entryOf(tx, owner, policy, new Date());
  return await tx.house.create({ data: { ...entry, ...found, state: 'found' } });
}

/**
 * A case takes the homestead of its household in hand, where its programme deals with homesteads. Answers the entry
 * that stands in its way: one household, one homestead. `at`: since when the county's deadline runs.
 */
export async function takeInHand(
  tx: Tx,
  row: Pick<CaseModel, 'caseNo' | keyof Owner>,
  programme: Programme,
  policy: CountyPolicy,
  at = new Date(),
): Promise<HouseModel | undefined> {
  const state = measureOf(programme.workflow);
  if (!state) return undefined;
  const { caseNo, householdId, countyCode, areaCode } = ofHousehold(row);
  const known = await homesteadOf(tx, householdId);
  if (known && known.state !== 'found') return known.caseNo === caseNo ? undefined : known;
  if (known) await tx.house.update({ where: { id: known.id }, data: { state, caseNo } });
  else {
    const entry = await entryOf(tx, { householdId, countyCode, areaCode }, policy, at);
    await tx.house.create({ data: { ...entry, state, caseNo } });
  }
  return undefined;
}

async function entryOf(
  tx: Tx,
  { householdId, countyCode, areaCode }: Owner,
  { housing }: CountyPolicy,
  enteredAt: Date,
) {
  const { calendar, dayLength } = await countyDays(tx, countyCode, enteredAt.getTime());
  const dueAt = new Date(termEnd(enteredAt.getTime(), housing.renovationDue, calendar, dayLength));
  return { householdId, countyCode, areaCode, enteredAt, dueAt };
}
