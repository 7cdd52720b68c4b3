import type { Db } from '../../../prisma/client.js';
import type { Officials } from './officials.js';
import type { Answered, Visitor } from './visitor.js';

const APPROVER = 'yl-approver-2';
const SECOND = 'yl-oversight-1';
const path = (loanNo: string): string => `/api/entitlements/${loanNo}`;

/** The interest of 80 000 worked out by hand for the days of the year, at 4 %: 80 000 × days × 4 % ÷ 360, half, a fifth and three tenths. */
export const INTEREST_PAID = {
  365: { fen: 324_444, parts: [162_222, 64_889, 97_333] },
  366: { fen: 325_333, parts: [162_666, 65_067, 97_600] },
} as const;

/** 80 000 yuan for every day of a leap year, at the rate of the loan and of the programme, as it is put on notice. */
export const NOTICED = {
  ...{ quantity: '366', unit: { zh: '天', en: 'days' } },
  quantityText: {
    zh: '贷款本金80000元，计息366天，年利率4.35%',
    en: 'principal 80000 yuan, interest for 366 days, at 4.35% a year',
  },
  standard: { zh: '按贷款本金、实际用款天数和年利率4.35%（一年按360天计）贴息，每户每年最高4,350.00元' },
} as const;

export const noticeOf = async (db: Db, caseNo: string): Promise<unknown> =>
  (await db.publicationEntry.findFirstOrThrow({ where: { caseNo } })).body;

/** What officials do about loans: an approver proposes, a supervisor signs. */
export const loanChanges = (officials: Officials) => ({
  propose: async (loanNo: string, said: object): Promise<Answered> =>
    await (await officials.as(APPROVER)).post(`${path(loanNo)}/loan`, said),
  sign: async (loanNo: string, digest: string, agrees = true): Promise<Answered> =>
    await (await officials.as(SECOND)).post(`${path(loanNo)}/loan/signature`, { digest, agrees }),
  now: async (loanNo: string) => (await (await officials.as(APPROVER)).get(path(loanNo))).body.loan,
});

/** A household reports that its money was not used as intended, and whoever visits it finds the same. */
export async function isFoundMisused(
  officials: Officials,
  visitor: Visitor,
  { caseNo, applicationId }: { readonly caseNo: string; readonly applicationId: string },
): Promise<readonly number[]> {
  await officials.taskAt(caseNo, 'reviewReport');
  const said = { words: '先存在银行', answers: ['no'] };
  const reported = await visitor.post(`/api/applications/${applicationId}/review-report`, said);
  const scored = { finding: 'notUsed', score: 20, answers: ['no'], words: '未用于生产' };
  return [reported.status, (await officials.decide(caseNo, 'performanceReview', 'scored', scored)).status];
}
