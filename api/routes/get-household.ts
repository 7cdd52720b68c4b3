import type { Deps } from '../deps.js';
import type { Handler } from '../handler.js';
import { found, Refused } from '../problem.js';
import { householdView } from '../queries/household-view.js';
import { visibleApplication } from '../queries/visible.js';
import type { HelperWho } from '../who.js';

export const getHousehold: Handler<'getHousehold'> = async ({ who, query }, deps) => {
  const id = who.kind === 'household' ? who.id : await consenting(deps, who, query.applicationId);
  return { status: 200, body: await householdView(deps.db, deps.keyring, id) };
};

/** The household of a draft that the helper files, once its consent is on record. */
async function consenting({ db }: Deps, who: HelperWho, applicationId: string | undefined): Promise<string> {
  const draft = await visibleApplication(db, who, found(applicationId));
  const consent = await db.paper.findFirst({ where: { applicationId: draft.id, kind: 'consent' } });
  if (!consent) throw new Refused('CONSENT_MISSING');
  return draft.householdId;
}
