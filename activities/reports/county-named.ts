import { countyOf } from '../../domain/rules/county-of.js';
import type { Tx } from '../../prisma/client.js';

/** The county that the name of a file, a batch or an order begins with; '' where it is none of ours. */
export async function countyNamed(tx: Tx): Promise<(name: string) => string> {
  const counties = await tx.county.findMany({ select: { code: true } });
  const codes = new Set(counties.map(({ code }) => code));
  return (name) => (codes.has(countyOf(name)) ? countyOf(name) : '');
}
