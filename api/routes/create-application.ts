import { countyOf } from '../../domain/rules/county-of.js';
import { uuidFor } from '../../platform/digest.js';
import type { Deps } from '../deps.js';
import type { Handler } from '../handler.js';
import { found, invalid, Refused } from '../problem.js';
import { mustBeOpenRoute } from '../queries/open-routes.js';
import { isOpen, programmeInForce } from '../queries/programmes.js';
import type { ApplicantWho } from '../who.js';

export const createApplication: Handler<'createApplication'> = async ({ who, body, actId }, deps) => {
  const { programmeCode, registerNo } = body;
  const householdId = await applicant(deps, who, registerNo);
  const { body: programme } = await programmeInForce(deps.db, countyOf(who.areaCode), programmeCode);
  if (!isOpen(programme)) throw new Refused('PROGRAMME_CLOSED');
  await mustBeOpenRoute(deps.db, 'direct', who.areaCode);
  const id = uuidFor(actId, 'application');
  const helperId = who.kind === 'helper' ? who.id : null;
  await deps.db.applicationDraft.createMany({
    data: { id, householdId, programmeCode, helperId },
    skipDuplicates: true,
  });
  return { status: 201, body: { id }, location: `/api/applications/${id}` };
};

/** The household itself, or the one that a helper names, which lives in his village. */
async function applicant({ db }: Deps, who: ApplicantWho, registerNo: string | undefined): Promise<string> {
  if (who.kind === 'helper' && registerNo === undefined) {
    throw invalid([
      { field: 'registerNo', zh: '请填写所代办农户的建档立卡编号', en: 'Give the household’s number in the register' },
    ]);
  }
  const where = who.kind === 'household' ? { id: who.id } : { villageCode: who.areaCode };
  const household = await db.household.findFirst({
    where: { ...where, ...(registerNo !== undefined && { registerNo }) },
  });
  return found(household).id;
}
