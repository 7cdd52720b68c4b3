import { randomUUID } from 'node:crypto';
import { caseNumber } from '../../../domain/rules/case-number.js';
import type { Db } from '../../../prisma/client.js';
import { nextSerial } from '../../../prisma/serials.js';

const COUNTY = '339901';
const DIVIDEND = 'photovoltaic-dividend';
const AT_ONCE = 500;

/**
 * So many entitlements to a dividend, over the households of the rehearsal county in turn; each a person's own, so that
 * a household may have several. In every fourth household nobody can work. Rows alone: their cases have ended.
 */
export async function manyShareholders(db: Db, howMany: number): Promise<void> {
  const households = await db.household.findMany({
    where: { villageCode: { startsWith: COUNTY } },
    orderBy: { id: 'asc' },
  });
  const { digest: programmeDigest } = await db.programme.findFirstOrThrow({
    where: { code: DIVIDEND, countyCode: COUNTY },
  });
  const { digest: policyDigest } = await db.countyPolicy.findFirstOrThrow({ where: { countyCode: COUNTY } });
  const without = households.filter((_, index) => index % 4 === 0).map(({ id }) => id);
  await db.member.updateMany({ where: { householdId: { in: without } }, data: { canWork: false } });
  const year = new Date().getUTCFullYear();
  const scope = `case/${COUNTY}/${year}`;
  const first = await nextSerial(db, scope);
  await db.serial.update({ where: { scope }, data: { last: first + howMany - 1 } });
  const grantedAt = new Date(Date.now() - 60_000);
  const rows = Array.from({ length: howMany }, (_, index) => {
    const { id: householdId, villageCode: areaCode } = households[index % households.length]!;
    const owner = { householdId, areaCode, countyCode: COUNTY, programmeCode: DIVIDEND, personId: randomUUID() };
    return { caseNo: caseNumber(COUNTY, year, first + index), owner, quantity: 1 + (index % 3) };
  });
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const page = rows.slice(from, from + AT_ONCE);
    await db.case.createMany({
      data: page.map(({ caseNo, owner, quantity }) => ({
        ...{ ...owner, caseNo, applicationId: randomUUID(), programmeDigest, policyDigest, quantity, amountFen: 1n },
        ...{ period: String(year), input: {}, running: false, stage: 'closed' as const, startedAt: grantedAt },
        outcome: { kind: 'granted', amountFen: 1 },
      })),
    });
    await db.entitlement.createMany({
      data: page.map(({ caseNo, owner, quantity }) => ({
        ...{ ...owner, caseNo, quantity, decisionNo: caseNo, grantedAt, nextPeriod: String(year) },
      })),
    });
  }
}

/** An asset with the income of a year, and its dividend as a row. */
export async function dividendOf(db: Db, no: string, incomeFen: bigint): Promise<void> {
  const asset = await db.asset.create({
    data: {
      ...{ countyCode: COUNTY, areaCode: COUNTY, programmeCode: DIVIDEND, name: '示例光伏电站', documentNo: '示例1号' },
      rule: { collectiveBasisPoints: 2_000, guaranteeFen: 30_000, targetFen: 100_000, reserveMostFen: 50_000_000 },
      createdById: 'yl-approver-1',
    },
  });
  await db.assetIncome.create({
    data: { assetId: asset.id, year: 2026, amountFen: incomeFen, documentNo: '示例2号', enteredById: 'yl-maker-1' },
  });
  await db.dividend.create({
    data: {
      ...{ no, assetId: asset.id, countyCode: COUNTY, year: 2026, actId: no, madeById: 'yl-maker-1' },
      ...{ incomeFen, reserveBeforeFen: 0n },
    },
  });
}
