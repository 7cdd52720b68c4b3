import { finishHandingOn, handOn } from '../../prisma/dividends.js';
import { makeShare } from '../../prisma/shares.js';
import { inParallel } from '../../platform/in-parallel.js';
import { isWaveFull } from './entitlements.js';
import type { Sweep } from './sweep.js';

/** Dividends that the engine was not told of. */
export const startDividends: Sweep = async ({ db, cases }, limit) => {
  const rows = await db.dividend.findMany({ where: { startedAt: null }, orderBy: { madeAt: 'asc' }, take: limit });
  for (const { no } of rows) {
    await cases.startDividend(no);
    await db.dividend.update({ where: { no }, data: { startedAt: new Date() } });
  }
  return rows.length;
};

/** Signed dividends: the collective's share becomes a case of its own, each part a run of its entitlement, in waves. */
export const handDividendsOn: Sweep = async ({ db }, limit) => {
  const dividend = await db.dividend.findFirst({ where: { state: 'approved' }, orderBy: { approvedAt: 'asc' } });
  if (!dividend || (await isWaveFull(db))) return 0;
  const { no: dividendNo } = dividend;
  await db.$transaction((tx) => makeShare(tx, dividendNo));
  const parts = await db.dividendPart.findMany({
    where: { dividendNo, handedOn: false },
    orderBy: { entitlementNo: 'asc' },
    take: limit,
  });
  const [failure] = await inParallel(parts, 1, ({ entitlementNo }) =>
    db.$transaction((tx) => handOn(tx, dividendNo, entitlementNo)),
  );
  if (failure) throw failure;
  if (parts.length < limit) await db.$transaction((tx) => finishHandingOn(tx, dividendNo));
  return parts.length;
};
