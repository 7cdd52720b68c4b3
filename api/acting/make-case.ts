import { subsidyFen } from '../../domain/rules/amounts.js';
import { applicationInput } from '../../domain/rules/application-input.js';
import { caseNumber } from '../../domain/rules/case-number.js';
import { countyOf } from '../../domain/rules/county-of.js';
import { periodOf } from '../../domain/rules/periods.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { Application } from '../../domain/schemas/application.js';
import type { Tx } from '../../prisma/client.js';
import type { ApplicationDraftModel, CaseModel } from '../../prisma/generated/models.js';
import { takeInHand } from '../../prisma/houses.js';
import { logSubmission } from '../../prisma/log-submission.js';
import { nextSerial } from '../../prisma/serials.js';
import { standardFacts } from '../../prisma/standard-facts.js';
import { homesteadTaken } from '../queries/houses.js';
import { policyInForce, programmeInForce } from '../queries/programmes.js';

type Asked = Pick<Application, 'quantity' | 'promisedPapers' | 'decisions' | 'personId'>;

/**
 * Makes a case of what is asked for in a draft, under the rules in force, with the county's next number; it takes the
 * household's homestead in hand, where it deals with that. None running is a constraint of the database.
 *
 * @throws Refused HOMESTEAD_TAKEN
 */
export async function makeCase(
  tx: Tx,
  { id, householdId, helperId, programmeCode }: ApplicationDraftModel,
  areaCode: string,
  asked: Asked,
): Promise<CaseModel> {
  const countyCode = countyOf(areaCode);
  const programme = await programmeInForce(tx, countyCode, programmeCode);
  const policy = await policyInForce(tx, countyCode);
  const today = shanghaiDate(Date.now());
  const year = today.slice(0, 4);
  const serial = await nextSerial(tx, `case/${countyCode}/${year}`);
  const caseNo = caseNumber(countyCode, Number(year), serial);
  const digests = { programmeDigest: programme.digest, policyDigest: policy.digest };
  const given = { caseNo, householdId, areaCode, ...asked, ...digests };
  const input = applicationInput(
    { ...given, ...(helperId !== null && { helperId }) },
    ...([programme.body, policy.body] as const),
    await standardFacts(tx, householdId, programme.body),
  );
  const row = await tx.case.create({
    data: {
      ...{ caseNo, applicationId: id, householdId, helperId, countyCode, areaCode, programmeCode, ...digests },
      ...{ period: periodOf(programme.body.period, today), input: { ...input } as object },
      personId: asked.personId ?? null,
      ...{ quantity: asked.quantity, amountFen: subsidyFen(input.standard, asked.quantity) },
    },
  });
  await tx.applicationDraft.update({ where: { id }, data: { caseNo } });
  await logSubmission(tx, row);
  const inTheWay = await takeInHand(tx, row, programme.body, policy.body);
  if (inTheWay) throw homesteadTaken(inTheWay);
  return row;
}
