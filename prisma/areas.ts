import type { Tx } from './client.js';

/** Names of the county, township and village that a village's code (12 digits) lies in; its code where one is unknown. */
export async function areaNames(tx: Tx, villageCode: string): Promise<[string, string, string]> {
  const codes = [6, 9, 12].map((digits) => villageCode.slice(0, digits));
  const areas = await tx.area.findMany({ where: { code: { in: codes } } });
  return codes.map((code) => areas.find((area) => area.code === code)?.name ?? code) as [string, string, string];
}
