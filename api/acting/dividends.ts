import { countyOf } from '../../domain/rules/county-of.js';
import type { DividendApproval, NewAsset, NewDividend, NewIncome } from '../../domain/schemas/dividend.js';
import { uuidFor } from '../../platform/digest.js';
import { collectivesIn, onlyOne } from '../../prisma/collectives.js';
import type { Db, Tx } from '../../prisma/client.js';
import type { AssetModel } from '../../prisma/generated/models.js';
import { reserveOf } from '../../prisma/dividends.js';
import { nextSerial } from '../../prisma/serials.js';
import { found, Refused } from '../problem.js';
import { programmeInForce } from '../queries/programmes.js';
import { visibleAsset, visibleDividend } from '../queries/dividends.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';

/** An asset and how its income is divided; the same act again finds it. @throws Refused OUT_OF_AREA, NOT_FOUND */
export async function enterAsset(db: Db, who: OfficialWho, actId: string, said: NewAsset): Promise<string> {
  const { areaCode, programmeCode } = said;
  withinArea(who, areaCode);
  found(await db.area.findUnique({ where: { code: areaCode } }));
  const countyCode = countyOf(areaCode);
  const { body } = await programmeInForce(db, countyCode, programmeCode);
  if (!body.paidByDividend) throw new Refused('NOT_FOUND');
  const id = uuidFor(actId, 'asset');
  await db.asset.createMany({ data: { ...said, id, countyCode, createdById: who.id }, skipDuplicates: true });
  return id;
}

/** What it brought in a year. @throws Refused NOT_FOUND, OUT_OF_AREA, INCOME_KNOWN */
export async function enterIncome(db: Db, who: OfficialWho, assetId: string, said: NewIncome): Promise<void> {
  await visibleAsset(db, who, assetId);
  const { count } = await db.assetIncome.createMany({
    data: { ...said, assetId, enteredById: who.id },
    skipDuplicates: true,
  });
  if (count > 0) return;
  const { year, amountFen, documentNo } = said;
  const known = await db.assetIncome.findUniqueOrThrow({ where: { assetId_year: { assetId, year } } });
  const isSame =
    known.amountFen === BigInt(amountFen) && known.documentNo === documentNo && known.enteredById === who.id;
  if (!isSame) throw new Refused('INCOME_KNOWN');
}

/**
 * A dividend of a year as a row, which a sweep starts. The same act again finds it.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, INCOME_MISSING, DIVIDEND_THERE
 */
export async function makeDividend(db: Db, who: OfficialWho, actId: string, said: NewDividend): Promise<string> {
  const { assetId, year } = said;
  const { countyCode } = await visibleAsset(db, who, assetId);
  const known = await db.dividend.findUnique({ where: { actId } });
  if (known) return known.no;
  return await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Asset" WHERE "id" = ${assetId} FOR NO KEY UPDATE`;
    const income = await tx.assetIncome.findUnique({ where: { assetId_year: { assetId, year } } });
    if (!income) throw new Refused('INCOME_MISSING');
    const others = await tx.dividend.count({ where: { assetId, OR: [{ year }, { state: { not: 'handedOn' } }] } });
    if (others > 0) throw new Refused('DIVIDEND_THERE');
    const no = `${countyCode}-${year}-D${String(await nextSerial(tx, `dividend/${countyCode}/${year}`)).padStart(4, '0')}`;
    const sums = { incomeFen: income.amountFen, reserveBeforeFen: await reserveOf(tx, assetId) };
    await tx.dividend.create({ data: { no, assetId, countyCode, year, actId, madeById: who.id, ...sums } });
    return no;
  });
}

/**
 * 审批: the second signature, with whom the collective's share goes to.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, OWN_DECISION, DIVIDEND_MOVED, DIVIDEND_CHANGED, PAYEE_MISSING, PAYEE_UNFIT
 */
export async function approveDividend(
  db: Db,
  who: OfficialWho,
  no: string,
  { digest, collectiveId }: DividendApproval,
): Promise<void> {
  const dividend = await visibleDividend(db, who, no);
  if (dividend.approvedById === who.id && dividend.digest === digest) return;
  if (dividend.state !== 'divided') throw new Refused('DIVIDEND_MOVED');
  if (dividend.madeById === who.id) throw new Refused('OWN_DECISION');
  if (dividend.digest !== digest) throw new Refused('DIVIDEND_CHANGED');
  const collective = dividend.collectiveFen ? await collectiveFor(db, dividend, collectiveId) : null;
  const { count } = await db.dividend.updateMany({
    where: { no, state: 'divided', digest },
    data: { state: 'approved', collectiveId: collective, approvedById: who.id, approvedAt: new Date() },
  });
  if (count === 0) throw new Refused('DIVIDEND_MOVED');
}

/** Who is named, or the only one that it can be. @throws Refused PAYEE_MISSING, PAYEE_UNFIT */
async function collectiveFor(tx: Tx, { asset }: { asset: AssetModel }, named?: string): Promise<string> {
  const fitting = await collectivesIn(tx, asset);
  const chosen = named === undefined ? onlyOne(fitting) : fitting.find(({ id }) => id === named);
  if (!chosen) throw new Refused(named === undefined ? 'PAYEE_MISSING' : 'PAYEE_UNFIT');
  return chosen.id;
}
