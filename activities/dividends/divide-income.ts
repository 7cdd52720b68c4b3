import { heartbeat } from '@temporalio/activity';
import { divide, type Division } from '../../domain/rules/dividend.js';
import { DividendRuleSchema } from '../../domain/schemas/dividend.js';
import { dividendDigest } from '../../prisma/dividends.js';
import type { Db } from '../../prisma/client.js';
import { rowSet } from '../../prisma/row-set.js';
import type { World } from '../world.js';

/** Parts that are written together. */
const PAGE = 500;

/**
 * Divides the income of the year. What a part is follows from those who are listed alone, so that it comes out the same
 * however often it is begun: killed, it goes on with the parts that are not written. Answers how many there are.
 */
export async function divideIncome({ db }: Pick<World, 'db'>, dividendNo: string): Promise<number> {
  const dividend = await db.dividend.findUniqueOrThrow({ where: { no: dividendNo }, include: { asset: true } });
  if (dividend.state !== 'dividing') return dividend.holders ?? 0;
  const listed = await db.dividendPart.findMany({ where: { dividendNo }, orderBy: { entitlementNo: 'asc' } });
  const holders = listed.map(({ entitlementNo: id, shares, canWork }) => ({ id, shares, canWork }));
  const rule = DividendRuleSchema.parse(dividend.asset.rule);
  const division = divide(dividend.incomeFen, dividend.reserveBeforeFen, holders, rule);
  const open = listed.filter(({ amountFen }) => amountFen === null).map(({ entitlementNo }) => entitlementNo);
  for (let from = 0; from < open.length; from += PAGE) {
    await write(db, dividendNo, open.slice(from, from + PAGE), division);
    heartbeat(from);
  }
  const { parts: _, ...sums } = division;
  await db.dividend.updateMany({
    where: { no: dividendNo, state: 'dividing' },
    data: {
      ...{ ...sums, state: 'divided', dividedAt: new Date(), holders: holders.length },
      digest: dividendDigest(dividendNo, division),
    },
  });
  return holders.length;
}

async function write(db: Db, dividendNo: string, page: readonly string[], { parts }: Division): Promise<void> {
  const rows = page.map((entitlementNo) => ({ entitlementNo, amountFen: parts.get(entitlementNo)! }));
  await db.$executeRaw`
    UPDATE "DividendPart" p SET "amountFen" = s."amountFen"
    FROM jsonb_to_recordset(${rowSet(rows)}::jsonb) AS s("entitlementNo" text, "amountFen" bigint)
    WHERE p."dividendNo" = ${dividendNo} AND p."entitlementNo" = s."entitlementNo"`;
}
