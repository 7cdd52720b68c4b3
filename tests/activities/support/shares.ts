import type { Db } from '../../../prisma/client.js';
import { makeShare } from '../../../prisma/shares.js';

const RULE = { collectiveBasisPoints: 2_000, guaranteeFen: 30_000, targetFen: 100_000, reserveMostFen: 20_000 };

/** A dividend of the rehearsal county that is signed, a village collective having a share of it. */
export async function signedDividend(db: Db, year: number): Promise<string> {
  const countyCode = '339901';
  const collective = await db.payee.findFirstOrThrow({ where: { countyCode, kind: 'collective' } });
  const asset = await db.asset.create({
    data: {
      ...{ countyCode, areaCode: countyCode, programmeCode: 'photovoltaic-dividend', name: '村光伏电站' },
      ...{ documentNo: '演资〔2026〕9号', rule: RULE, createdById: 'yl-approver-2' },
    },
  });
  const no = `${countyCode}-${year}-D0009`;
  const signed = { approvedById: 'yl-approver-2', approvedAt: new Date(), startedAt: new Date() };
  await db.dividend.create({
    data: {
      ...{ no, assetId: asset.id, countyCode, year, state: 'handedOn', actId: no, madeById: 'yl-maker-1', ...signed },
      ...{ incomeFen: 300_000n, reserveBeforeFen: 0n, collectiveFen: 60_000n, collectiveId: collective.id },
    },
  });
  return no;
}

/** The case of that share; made again, it is the same. */
export async function shareOf(db: Db, dividendNo: string): Promise<string> {
  await db.$transaction((tx) => makeShare(tx, dividendNo));
  const [share, ...others] = await db.case.findMany({ where: { period: dividendNo } });
  if (!share || others.length > 0) throw new Error('A share is handed on once.');
  return share.caseNo;
}
