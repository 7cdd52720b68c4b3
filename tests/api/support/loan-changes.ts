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
