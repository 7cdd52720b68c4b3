import { ApplicationFailure, heartbeat } from '@temporalio/activity';
import type { Tx } from '../../prisma/client.js';
import type { World } from '../world.js';

/** Entitlements that are listed together. */
const PAGE = 500;

/**
 * Who shares in the asset: each entitlement of its programme, in force, in its area, granted before the dividend was
 * made. Killed, it goes on behind the last one that is listed.
 */
export async function listHolders({ db }: Pick<World, 'db'>, dividendNo: string): Promise<void> {
  const dividend = await db.dividend.findUnique({ where: { no: dividendNo }, include: { asset: true } });
  // After a restore the records may know nothing of it.
  if (!dividend) throw ApplicationFailure.nonRetryable(`There is no dividend ${dividendNo}.`, 'NOT_FOUND');
  const { countyCode, programmeCode, areaCode } = dividend.asset;
  if (
    dividend.state !== 'dividing' ||
    (await db.dividendPart.count({ where: { dividendNo, amountFen: { not: null } } }))
  )
    return;
  const last = await db.dividendPart.findFirst({ where: { dividendNo }, orderBy: { entitlementNo: 'desc' } });
  for (let after = last?.entitlementNo ?? ''; ;) {
    const page = await db.entitlement.findMany({
      where: {
        ...{ countyCode, programmeCode, state: 'active', areaCode: { startsWith: areaCode } },
        ...{ caseNo: { gt: after }, grantedAt: { lte: dividend.madeAt } },
      },
      orderBy: { caseNo: 'asc' },
      take: PAGE,
    });
    if (page.length === 0) return;
    const working = await withLabour(
      db,
      page.flatMap(({ householdId }) => householdId ?? []),
    );
    await db.dividendPart.createMany({
      data: page.map(({ caseNo, householdId, quantity }) => ({
        ...{ dividendNo, entitlementNo: caseNo, shares: quantity, canWork: working.has(householdId ?? '') },
      })),
      skipDuplicates: true,
    });
    after = page.at(-1)!.caseNo;
    heartbeat(after);
  }
}

/** Those of the households in which somebody can work. */
async function withLabour(tx: Tx, householdIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.member.findMany({
    where: { householdId: { in: [...householdIds] }, status: 'present', canWork: true },
    select: { householdId: true },
    distinct: ['householdId'],
  });
  return new Set(rows.map(({ householdId }) => householdId));
}
