import { countyOf } from '../../domain/rules/county-of.js';
import { uuidFor } from '../../platform/digest.js';
import { applicantFor } from '../acting/applicant.js';
import type { Handler } from '../handler.js';
import { Refused } from '../problem.js';
import { mustBeOpenRoute } from '../queries/open-routes.js';
import { isOpen, programmeInForce } from '../queries/programmes.js';

export const createApplication: Handler<'createApplication'> = async ({ who, body, actId }, deps) => {
  const { programmeCode } = body;
  const { body: programme } = await programmeInForce(deps.db, countyOf(who.areaCode), programmeCode);
  const owner = await applicantFor(deps.db, who, programme, body);
  if (!isOpen(programme)) throw new Refused('PROGRAMME_CLOSED');
  await mustBeOpenRoute(deps.db, 'direct', who.areaCode);
  const id = uuidFor(actId, 'application');
  const helperId = who.kind === 'helper' ? who.id : null;
  await deps.db.applicationDraft.createMany({
    data: { id, ...owner, programmeCode, helperId },
    skipDuplicates: true,
  });
  return { status: 201, body: { id }, location: `/api/applications/${id}` };
};
