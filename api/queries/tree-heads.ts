import type { Tx } from '../../prisma/client.js';

/** A signed head of the log, as it is shown. */
export interface HeadShown {
  readonly size: number;
  /** ISO. */
  readonly at: string;
  readonly note: string;
}

interface HeadPage {
  readonly items: readonly HeadShown[];
  /** The size that the next, older page goes on before. */
  readonly next: number | null;
}

/** Signed heads, the newest first. */
export async function headPage(tx: Tx, limit: number, before?: number): Promise<HeadPage> {
  const rows = await tx.treeHead.findMany({
    ...(before !== undefined && { where: { size: { lt: BigInt(before) } } }),
    orderBy: { size: 'desc' },
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map(({ size, at, note }) => ({ size: Number(size), at: at.toISOString(), note }));
  return { items, next: rows.length > limit ? items.at(-1)!.size : null };
}
