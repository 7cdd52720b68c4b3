import type { AuditScope } from '../../../domain/schemas/audit.js';
import { Prisma } from '../../../prisma/client.js';
import type { OfficialWho } from '../../who.js';
import { withinArea } from '../visible.js';

/** `SELECT` of the cases in an auditor's area and a year, all columns. @throws Refused OUT_OF_AREA */
export function casesIn(who: OfficialWho, { area = who.areaCode, year }: AuditScope): Prisma.Sql {
  withinArea(who, area);
  const ofYear = year === undefined ? Prisma.empty : Prisma.sql`AND substr("caseNo", 8, 4) = ${year}`;
  return Prisma.sql`SELECT * FROM "Case" WHERE "areaCode" LIKE ${`${area}%`} ${ofYear}`;
}
