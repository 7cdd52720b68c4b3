import type { Tx } from '../../prisma/client.js';
import type { StruckOut } from '../../proof/struck-out.js';

/** Whom a decision on a bundle strikes out, as it is written down. */
export async function struckOutBy(tx: Tx, bundleNo: string, actId: string): Promise<StruckOut[]> {
  const strikes = await tx.bundleStrike.findMany({ where: { actId, position: { gt: 0 } } });
  const rows = await tx.bundleRow.findMany({
    where: { bundleNo, position: { in: strikes.map(({ position }) => position) } },
    select: { position: true, application: { select: { caseNo: true } } },
  });
  const caseNos = new Map(rows.map(({ position, application }) => [position, application.caseNo]));
  return strikes.map(({ position, reasonCode, wordsSha256 }) => ({
    ...{ caseNo: caseNos.get(position) ?? '', reasonCode, wordsSha256: wordsSha256 ?? '' },
  }));
}
