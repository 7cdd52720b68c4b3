import type { Bilingual, Coded } from '../../domain/schemas/common.js';
import type { Tx } from '../../prisma/client.js';
import { coded } from './coded.js';

/** What programmes are called, by their newest version; its code where we have none. */
export async function programmeNames(tx: Tx, codes: readonly string[]): Promise<(code: string) => Coded> {
  const rows = await tx.programme.findMany({
    where: { code: { in: [...new Set(codes)] } },
    orderBy: [{ code: 'asc' }, { version: 'desc' }],
    distinct: ['code'],
  });
  const names = Object.fromEntries(rows.map(({ code, body }) => [code, (body as { name: Bilingual }).name]));
  return (code) => coded(names, code);
}
