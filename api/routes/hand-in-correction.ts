import { missingOf } from '../../domain/rules/draft-completeness.js';
import { stepOfHousehold, ownCase } from '../acting/household-step.js';
import type { Handler } from '../handler.js';
import { invalid } from '../problem.js';
import { draftFacts } from '../queries/application-view.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';

export const handInCorrection: Handler<'handInCorrection'> = async ({ who, params, body, actId }, deps) => {
  const { db } = deps;
  const row = await ownCase(deps, who, params.id);
  const draft = await db.applicationDraft.findUniqueOrThrow({ where: { id: row.applicationId } });
  const facts = { ...(await draftFacts(db, draft)), ...(body.quantity !== undefined && { quantity: body.quantity }) };
  const errors = missingOf(facts, await programmeVersion(db, row.programmeDigest));
  if (errors.length > 0) throw invalid(errors);
  return await stepOfHousehold(deps, {
    ...{ ...body, who, actId, applicationId: params.id, stage: 'correction', verdict: 'handIn' },
  });
};
