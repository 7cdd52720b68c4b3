import type { Tx } from '../../prisma/client.js';

interface AreaName {
  readonly code: string;
  readonly name: string;
}

/** What counties are called; its code where we have none. */
export async function countyNames(tx: Tx, codes: readonly string[]): Promise<(code: string) => AreaName> {
  const rows = await tx.area.findMany({ where: { code: { in: [...new Set(codes)] } } });
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return (code) => ({ code, name: names.get(code) ?? code });
}
