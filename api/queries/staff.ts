import type { OfficeView, StaffView } from '../../domain/schemas/staff.js';
import { OFFICE_KIND_NAMES } from '../../domain/texts/offices.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { found } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { type Page, pageOf, positionOf } from './page.js';
import { withinArea } from './visible.js';

interface Asked {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const withCount = { _count: { select: { officials: true } } } as const satisfies Prisma.OfficeInclude;
type OfficeRow = Prisma.OfficeGetPayload<{ include: typeof withCount }>;
const withOffice = { office: true } as const satisfies Prisma.OfficialInclude;
type StaffRow = Prisma.OfficialGetPayload<{ include: typeof withOffice }>;

/** The offices of somebody's area, in the order of their IDs. */
export async function officePage(tx: Tx, who: OfficialWho, { cursor, limit }: Asked): Promise<Page<OfficeView>> {
  const rows = await tx.office.findMany({ ...ofArea(who, cursor), include: withCount, take: limit + 1 });
  const nameOf = await areaNamesOf(tx, rows);
  return pageOf(rows, limit, ({ id }) => ({ at: null, id }), officeView(nameOf));
}

/** @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function officeOf(tx: Tx, who: OfficialWho, id: string): Promise<OfficeView> {
  const row = found(await tx.office.findUnique({ where: { id }, include: withCount }));
  withinArea(who, row.areaCode);
  return officeView(await areaNamesOf(tx, [row]))(row);
}

/** The officials of somebody's area, in the order of their IDs. */
export async function staffPage(tx: Tx, who: OfficialWho, { cursor, limit }: Asked): Promise<Page<StaffView>> {
  const rows = await tx.official.findMany({ ...ofArea(who, cursor), include: withOffice, take: limit + 1 });
  const nameOf = await areaNamesOf(tx, rows);
  return pageOf(rows, limit, ({ id }) => ({ at: null, id }), staffView(nameOf));
}

/** @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function staffOf(tx: Tx, who: OfficialWho, id: string): Promise<StaffView> {
  const row = found(await tx.official.findUnique({ where: { id }, include: withOffice }));
  withinArea(who, row.areaCode);
  return staffView(await areaNamesOf(tx, [row]))(row);
}

function ofArea(who: OfficialWho, cursor: string | undefined) {
  const position = positionOf(cursor);
  return {
    where: { areaCode: { startsWith: who.areaCode }, ...(position && { id: { gt: position.id } }) },
    orderBy: { id: 'asc' as const },
  };
}

type NameOf = (code: string) => string;

async function areaNamesOf(tx: Tx, rows: readonly { readonly areaCode: string }[]): Promise<NameOf> {
  const areas = await tx.area.findMany({ where: { code: { in: rows.map(({ areaCode }) => areaCode) } } });
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

const officeView =
  (nameOf: NameOf) =>
  ({ id, name, kind, areaCode, _count }: OfficeRow): OfficeView => ({
    ...{ id, name, kind: coded(OFFICE_KIND_NAMES, kind), officials: _count.officials },
    area: { code: areaCode, name: nameOf(areaCode) },
  });

const staffView =
  (nameOf: NameOf) =>
  ({ id, login, name, office, areaCode, roles, email, active }: StaffRow): StaffView => ({
    ...{ id, login, name, email, active, office: { id: office.id, name: office.name } },
    area: { code: areaCode, name: nameOf(areaCode) },
    roles: roles.map((role) => coded(ROLE_NAMES, role)),
  });
