import { openStrand } from '../../domain/rules/open-strand.js';
import type { Stage } from '../../domain/rules/stages.js';
import { changeAccount } from '../acting/change-account.js';
import { stepOfHousehold } from '../acting/household-step.js';
import type { Deps } from '../deps.js';
import type { Handler } from '../handler.js';
import { Refused } from '../problem.js';
import { stageOf } from '../queries/moved.js';
import { visibleApplication } from '../queries/visible.js';

/**
 * Before submission and in a correction the account is a part of the application; after a returned payment, confirming
 * it is the act that is awaited. In between it stays as the desk check saw it.
 */
export const setAccount: Handler<'setAccount'> = async ({ who, params, body, actId, takenOver }, deps) => {
  const draft = await visibleApplication(deps.db, who, params.id);
  const { caseNo, householdId, id: applicationId } = draft;
  const stage = caseNo === null ? 'draft' : await stageOfCase(deps, caseNo);
  const isAct = stage === 'accountCorrection' || (takenOver && caseNo !== null && stage !== 'correction');
  // 村集体: its account stands in the register of payees, and is put right there.
  if (householdId === null) throw new Refused('NOT_AWAITED');
  if (!isAct && stage !== 'draft' && stage !== 'correction') throw new Refused('NOT_AWAITED');
  if (isAct && !takenOver && (await isOthersToCorrect(deps, caseNo!))) throw new Refused('NOT_AWAITED');
  if (who.kind === 'helper') await mustConsent(deps, applicationId);
  if (!('confirm' in body)) await changeAccount(deps, householdId, body);
  if (isAct)
    return await stepOfHousehold(deps, {
      who,
      actId,
      applicationId,
      stage: 'accountCorrection',
      verdict: 'confirmAccount',
    });
  return { status: 204, body: undefined };
};

async function stageOfCase({ db }: Deps, caseNo: string): Promise<Stage> {
  const row = await db.case.findUniqueOrThrow({ where: { caseNo } });
  return await stageOf(db, caseNo, openStrand(row));
}

/** What came back from an account of the register of payees is put right there. */
const isOthersToCorrect = async ({ db }: Deps, caseNo: string): Promise<boolean> =>
  (await db.task.count({
    where: { caseNo, stage: 'accountCorrection', closedAt: null, role: { not: 'household' } },
  })) > 0;

async function mustConsent({ db }: Deps, applicationId: string): Promise<void> {
  const consent = await db.paper.findFirst({ where: { applicationId, kind: 'consent' } });
  if (!consent) throw new Refused('CONSENT_MISSING');
}
