import { countyOf } from '../../domain/rules/county-of.js';
import type { Application } from '../../domain/schemas/application.js';
import type { Tx } from '../../prisma/client.js';
import type { ApplicationDraftModel, CaseModel } from '../../prisma/generated/models.js';
import { nextCaseNo } from '../../prisma/case-numbers.js';
import { newCaseRow } from '../../prisma/new-case.js';
import { takeInHand } from '../../prisma/houses.js';
import { logSubmission } from '../../prisma/log-submission.js';
import { homesteadTaken } from '../queries/houses.js';
import { policyInForce, programmeInForce } from '../queries/programmes.js';

type Asked = Pick<
  Application,
  'quantity' | 'promisedPapers' | 'movingMembers' | 'loan' | 'payee' | 'decisions' | 'personId' | 'consentToConfirm'
>;

/**
 * Makes a case of what is asked for in a draft, under the rules in force, with the county's next number; it takes the
 * household's homestead in hand, where it deals with that. None running is a constraint of the database.
 *
 * @throws Refused HOMESTEAD_TAKEN
 */
export async function makeCase(
  tx: Tx,
  draft: ApplicationDraftModel,
  areaCode: string,
  asked: Asked,
): Promise<CaseModel> {
  const countyCode = countyOf(areaCode);
  const programme = await programmeInForce(tx, countyCode, draft.programmeCode);
  const policy = await policyInForce(tx, countyCode);
  const caseNo = await nextCaseNo(tx, countyCode);
  const row = await tx.case.create({
    data: await newCaseRow(tx, { caseNo, draft, areaCode, ...asked }, { programme, policy }),
  });
  await tx.applicationDraft.update({ where: { id: draft.id }, data: { caseNo } });
  await logSubmission(tx, row);
  const inTheWay = await takeInHand(tx, row, programme.body, policy.body);
  if (inTheWay) throw homesteadTaken(inTheWay);
  return row;
}
