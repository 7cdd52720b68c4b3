import { createHash } from 'node:crypto';
import type { Division } from '../domain/rules/dividend.js';
import type { Tx } from './client.js';
import { makeRun } from './runs.js';

/** What is signed of a dividend: its sums, and every part. */
export function dividendDigest(dividendNo: string, division: Division): string {
  const { collectiveFen, reserveFen, householdsFen, parts } = division;
  const hash = createHash('sha256').update(`${dividendNo} ${collectiveFen} ${reserveFen} ${householdsFen}\n`);
  for (const [entitlementNo, fen] of parts) hash.update(`${entitlementNo} ${fen}\n`);
  return hash.digest('hex');
}

/** What the reserve of an asset holds, fen: what its dividends have left in it. */
export async function reserveOf(tx: Tx, assetId: string): Promise<bigint> {
  const { _sum } = await tx.dividend.aggregate({
    where: { assetId, state: { in: ['approved', 'handedOn'] } },
    _sum: { reserveFen: true, keptFen: true },
  });
  return (_sum.reserveFen ?? 0n) + (_sum.keptFen ?? 0n);
}

/** A part becomes the run of its entitlement; nothing where that has ended, or the part is nothing. */
export async function handOn(tx: Tx, dividendNo: string, entitlementNo: string): Promise<void> {
  const where = { dividendNo_entitlementNo: { dividendNo, entitlementNo } };
  await tx.$queryRaw`
    SELECT 1 FROM "DividendPart"
    WHERE "dividendNo" = ${dividendNo} AND "entitlementNo" = ${entitlementNo} FOR NO KEY UPDATE`;
  const { handedOn, amountFen } = await tx.dividendPart.findUniqueOrThrow({ where });
  if (handedOn) return;
  const worth = { amountFen: Number(amountFen!), period: dividendNo };
  const caseNo = amountFen! > 0n ? await makeRun(tx, entitlementNo, worth) : undefined;
  await tx.dividendPart.update({ where, data: { handedOn: true, caseNo: caseNo ?? null } });
}

/** Every part has its run: what had nobody to go to stays in the reserve. */
export async function finishHandingOn(tx: Tx, dividendNo: string): Promise<void> {
  const { _sum } = await tx.dividendPart.aggregate({ where: { dividendNo, caseNo: null }, _sum: { amountFen: true } });
  await tx.dividend.updateMany({
    where: { no: dividendNo, state: 'approved' },
    data: { state: 'handedOn', keptFen: _sum.amountFen ?? 0n },
  });
}
