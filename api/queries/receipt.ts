import { addWorkingDays, shanghaiDate } from '../../domain/rules/working-days.js';
import type { SubmissionReceipt } from '../../domain/schemas/application-draft.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { countyDays, policyVersion } from '../../prisma/rules-in-force.js';

/** What the household takes home: its number, the next step, who has it, by when. The same however often it is asked. */
export async function receiptOf(tx: Tx, row: CaseModel): Promise<SubmissionReceipt> {
  const { caseNo, countyCode, submittedAt, policyDigest } = row;
  const { stageWorkingDays } = await policyVersion(tx, policyDigest);
  const { calendar, dayLength } = await countyDays(tx, countyCode, submittedAt.getTime());
  const dueAt = addWorkingDays(submittedAt.getTime(), stageWorkingDays.initialCheck, calendar, dayLength);
  const office = await tx.office.findFirst({ where: { areaCode: countyCode, kind: 'povertyRelief' } });
  const who = { zh: office?.name ?? '县扶贫办公室', en: 'County poverty-relief office' };
  // A term ends at 24:00 of its last day.
  const by = shanghaiDate(dueAt - 1);
  return {
    caseNo,
    submittedAt: submittedAt.toISOString(),
    next: { stage: 'initialCheck', name: STAGE_NAMES.initialCheck, who, dueAt: new Date(dueAt).toISOString() },
    text: {
      zh: `已收到您的申请，编号${caseNo}。下一步由${who.zh}在${by} 24时前初核，不需要您再跑一趟。`,
      en: `Your application was received as ${caseNo}. ${who.en} makes the initial check by the end of ${by}; you need not come to the office.`,
    },
  };
}
