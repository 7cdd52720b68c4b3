import { countyOf } from '../../domain/rules/county-of.js';
import { OPEN_HOUSES } from '../../domain/rules/homestead.js';
import type { HouseQuery, HouseView } from '../../domain/schemas/houses.js';
import { gradeText, HOUSE_STATE_TEXTS } from '../../domain/texts/houses.js';
import type { Keyring } from '../../platform/keyring.js';
import { areaNames } from '../../prisma/areas.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { CaseModel, HouseModel } from '../../prisma/generated/models.js';
import { openColumn } from '../../prisma/sealed.js';
import { Refused } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { behind } from './newest-first.js';
import { officialsBy } from './officials.js';
import { type Page, pageOf, positionOf } from './page.js';
import { withinArea } from './visible.js';

/** The head is the first member in the register. */
const head = { orderBy: { position: 'asc' }, take: 1, select: { nameSealed: true } } as const;
const withHead = {
  household: { select: { registerNo: true, wrappedKey: true, members: head } },
} as const satisfies Prisma.HouseInclude;
type Row = Prisma.HouseGetPayload<{ include: typeof withHead }>;

/** One household, one homestead: names the case, and what became of the house in it. */
export function homesteadTaken({ caseNo, state }: HouseModel): Refused {
  const errors = [{ field: 'programmeCode', ...HOUSE_STATE_TEXTS[state] }];
  return new Refused('HOMESTEAD_TAKEN', { errors, ...(caseNo !== null && { caseNo }) });
}

/** What an official is told who has entered a house. */
export const entered = ({ house, row }: { house: HouseModel; row: CaseModel | null }) => ({
  ...{ id: house.id, dueAt: house.dueAt.toISOString() },
  ...{ caseNo: row?.caseNo ?? null, applicationId: row?.applicationId ?? null },
});

/** 危房台账: the ledger of houses within an official's area, the newest entry first. @throws Refused OUT_OF_AREA */
export async function housePage(
  tx: Tx,
  keyring: Keyring,
  who: OfficialWho,
  { cursor, limit, state, overdue, area = who.areaCode }: HouseQuery,
): Promise<Page<HouseView>> {
  withinArea(who, area);
  const rows = await tx.house.findMany({
    where: {
      ...{ countyCode: countyOf(area), areaCode: { startsWith: area } },
      AND: [
        ...(state === undefined ? [] : [{ state }]),
        ...(overdue === undefined ? [] : [overdueIs(overdue)]),
        behind(positionOf(cursor), 'enteredAt', 'id'),
      ],
    },
    include: withHead,
    orderBy: [{ enteredAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  const position = ({ enteredAt, id }: Row) => ({ at: enteredAt, id });
  return pageOf(rows, limit, position, await houseViews(tx, keyring, countyOf(area), rows));
}

const overdueIs = (overdue: boolean): Prisma.HouseWhereInput =>
  overdue
    ? { state: { in: [...OPEN_HOUSES] }, dueAt: { lte: new Date() } }
    : { OR: [{ state: { notIn: [...OPEN_HOUSES] } }, { dueAt: { gt: new Date() } }] };

async function houseViews(
  tx: Tx,
  keyring: Keyring,
  countyCode: string,
  rows: readonly Row[],
): Promise<(row: Row) => HouseView> {
  const area = await areaNames(
    tx,
    rows.map(({ areaCode }) => areaCode),
  );
  const person = await officialsBy(
    tx,
    rows.map(({ foundById }) => foundById),
  );
  const { daySeconds } = await tx.county.findUniqueOrThrow({ where: { code: countyCode } });
  return ({ id, areaCode, state, grade, foundById, enteredAt, dueAt, caseNo, closedAt, household }) => {
    const { township, village } = area(areaCode);
    return {
      ...{
        id,
        caseNo,
        registerNo: household.registerNo,
        head: headOf(keyring, household),
        area: { township, village },
      },
      state: coded(HOUSE_STATE_TEXTS, state),
      grade: grade === null ? null : { code: String(grade), ...gradeText(grade) },
      foundBy: foundById === null ? null : person(foundById),
      ...{ enteredAt: enteredAt.toISOString(), dueAt: dueAt.toISOString() },
      daysLeft: closedAt ? null : Math.ceil((dueAt.getTime() - Date.now()) / (daySeconds * 1000)),
      closedAt: closedAt?.toISOString() ?? null,
    };
  };
}

function headOf(keyring: Keyring, { wrappedKey, members }: Row['household']): string {
  const [first] = members;
  return first ? openColumn(keyring.unwrap(wrappedKey), 'memberName', first.nameSealed) : '';
}
