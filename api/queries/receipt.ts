import { isRelief } from '../../domain/rules/case-workflows.js';
import type { Stage } from '../../domain/rules/stages.js';
import { addWorkingDays, shanghaiDate } from '../../domain/rules/working-days.js';
import type { SubmissionReceipt } from '../../domain/schemas/application-draft.js';
import type { Bilingual } from '../../domain/schemas/common.js';
import { workingDaysAt } from '../../domain/schemas/county-policy.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { countyDays, policyVersion } from '../../prisma/rules-in-force.js';

/** Who has a case first, and for what. */
interface FirstStep {
  readonly stage: Stage;
  readonly who: Bilingual;
}

/** What the household takes home: its number, the next step, who has it, by when. The same however often it is asked. */
export async function receiptOf(tx: Tx, row: CaseModel): Promise<SubmissionReceipt> {
  const { caseNo, countyCode, submittedAt, policyDigest } = row;
  const policy = await policyVersion(tx, policyDigest);
  const { stage, who } = await firstStep(tx, row);
  const { calendar, dayLength } = await countyDays(tx, countyCode, submittedAt.getTime());
  const workingDays = workingDaysAt(policy, stage, isRelief(row.input))!;
  const dueAt = addWorkingDays(submittedAt.getTime(), workingDays, calendar, dayLength);
  // A term ends at 24:00 of its last day.
  const by = shanghaiDate(dueAt - 1);
  const name = STAGE_NAMES[stage];
  return {
    caseNo,
    submittedAt: submittedAt.toISOString(),
    next: { stage, name, who, dueAt: new Date(dueAt).toISOString() },
    text: {
      zh: `已收到您的申请，编号${caseNo}。下一步由${who.zh}在${by} 24时前${WHAT[stage]?.zh ?? name.zh}，不需要您再跑一趟。`,
      en: `Your application was received as ${caseNo}. ${who.en} ${WHAT[stage]?.en ?? name.en} by the end of ${by}; you need not come to the office.`,
    },
  };
}

const WHAT: { readonly [S in Stage]?: Bilingual } = {
  initialCheck: { zh: '初核', en: 'makes the initial check' },
  townshipVerification: { zh: '上门核实', en: 'comes to verify it on the spot' },
};

async function firstStep(tx: Tx, { input, areaCode, countyCode }: CaseModel): Promise<FirstStep> {
  if (isRelief(input)) {
    const township = await tx.office.findFirst({ where: { areaCode: areaCode.slice(0, 9), kind: 'township' } });
    return { stage: 'townshipVerification', who: { zh: township?.name ?? '乡镇', en: 'The township' } };
  }
  const county = await tx.office.findFirst({ where: { areaCode: countyCode, kind: 'povertyRelief' } });
  return { stage: 'initialCheck', who: { zh: county?.name ?? '县扶贫办公室', en: 'County poverty-relief office' } };
}
