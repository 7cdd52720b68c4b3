import { subsidyFen } from '../domain/rules/amounts.js';
import { applicationInput } from '../domain/rules/application-input.js';
import { caseNumber } from '../domain/rules/case-number.js';
import { SHARE_WORKFLOW } from '../domain/rules/case-workflows.js';
import { countyOf } from '../domain/rules/county-of.js';
import { shanghaiDate } from '../domain/rules/working-days.js';
import type { Application } from '../domain/schemas/application.js';
import { uuidFor } from '../platform/digest.js';
import type { Tx } from './client.js';
import { logSubmission } from './log-submission.js';
import { policyNow, programmeNow } from './rules-in-force.js';
import { nextSerial } from './serials.js';

/**
 * 二(四) 村集体份额: the case that pays what the village collective has of a signed dividend: a row first, which a sweep
 * starts. It is the collective's own, of no household. Made once.
 */
export async function makeShare(tx: Tx, dividendNo: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Dividend" WHERE "no" = ${dividendNo} FOR NO KEY UPDATE`;
  const { collectiveFen, collective, asset } = await tx.dividend.findUniqueOrThrow({
    where: { no: dividendNo },
    include: { collective: true, asset: true },
  });
  if (!collective || !collectiveFen) return;
  const { id: payeeId, areaCode } = collective;
  const known = await tx.case.findUnique({ where: { applicationId: shareId(dividendNo) } });
  if (known) return;
  const { countyCode, programmeCode } = asset;
  const programme = await programmeNow(tx, countyCode, programmeCode);
  const policy = (await policyNow(tx, countyCode))!;
  const year = shanghaiDate(Date.now()).slice(0, 4);
  const caseNo = caseNumber(countyCode, Number(year), await nextSerial(tx, `case/${countyCode}/${year}`));
  const digests = { programmeDigest: programme.digest, policyDigest: policy.digest };
  const asked = { householdId: '', areaCode, quantity: 1, promisedPapers: [], share: { dividendNo, payeeId } };
  const standard = { kind: 'flat', fen: Number(collectiveFen) } as const;
  const given = applicationInput({ ...asked, ...digests, caseNo }, programme.body, policy.body, standard);
  const input: Application = { ...given, workflow: SHARE_WORKFLOW };
  await writeShare(tx, input, programmeCode);
}

/** What its case is found by: a dividend's share is handed on once. */
export const shareId = (dividendNo: string): string => uuidFor(dividendNo, 'share');

/** The row of a share, from what its workflow begins with; `began`: it is known to the engine already. */
export async function writeShare(tx: Tx, input: Application, programmeCode: string, began?: Date): Promise<void> {
  const { caseNo, areaCode, quantity, standard, programmeDigest, policyDigest } = input;
  const { dividendNo: period, payeeId } = input.share!;
  const row = await tx.case.create({
    data: {
      ...{ caseNo, applicationId: shareId(period), payeeId, countyCode: countyOf(areaCode), areaCode },
      ...{ programmeCode, programmeDigest, policyDigest, period, input: { ...input } as object },
      ...{ quantity, amountFen: subsidyFen(standard, quantity) },
      ...(began && { submittedAt: began, startedAt: began }),
    },
  });
  await logSubmission(tx, row);
}
