import { countyOf } from '../domain/rules/county-of.js';
import type { Tx } from './client.js';

interface AreaName {
  readonly code: string;
  readonly name: string;
}

/** Whether an area is a county or lies in one: a province has two digits. */
export const isOfCounty = (areaCode: string): boolean => areaCode.length >= 6;
const townshipOf = (areaCode: string): string => areaCode.slice(0, 9);

/** The name of an area; its code where we have none. */
export async function areaName(tx: Tx, code: string): Promise<string> {
  const area = await tx.area.findUnique({ where: { code } });
  return area?.name ?? code;
}

/** County, township and village of each village code. */
export async function areaNames(tx: Tx, villageCodes: readonly string[]) {
  const codes = villageCodes.flatMap((code) => [countyOf(code), townshipOf(code), code]);
  const rows = await tx.area.findMany({ where: { code: { in: [...new Set(codes)] } } });
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  const named = (code: string): AreaName => ({ code, name: names.get(code) ?? code });
  return (village: string) => ({
    county: named(countyOf(village)),
    township: named(townshipOf(village)),
    village: named(village),
  });
}
