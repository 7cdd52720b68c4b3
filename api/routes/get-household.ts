import { endOfNumber } from '../../domain/rules/masking.js';
import type { HouseholdView } from '../../domain/schemas/household-view.js';
import type { Deps } from '../deps.js';
import type { Handler } from '../handler.js';
import { found, Refused } from '../problem.js';
import { householdView } from '../queries/household-view.js';
import { visibleApplication } from '../queries/visible.js';
import type { HelperWho } from '../who.js';

export const getHousehold: Handler<'getHousehold'> = async ({ who, query }, deps) => {
  const id = who.kind === 'household' ? who.id : await consenting(deps, who, query.applicationId);
  const view = await householdView(deps.db, deps.keyring, id);
  return { status: 200, body: who.kind === 'household' ? view : forHelper(view) };
};

/** A helper compares numbers with the household's papers; he needs no more of them than their ends. */
function forHelper({ members, account, ...view }: HouseholdView): HouseholdView {
  return {
    ...view,
    members: members.map((member) => ({ ...member, idNumber: endOfNumber(member.idNumber) })),
    account: account && { ...account, number: endOfNumber(account.number) },
  };
}

/** The household of a draft that the helper files, once its consent is on record. */
async function consenting({ db }: Deps, who: HelperWho, applicationId: string | undefined): Promise<string> {
  const draft = await visibleApplication(db, who, found(applicationId));
  const consent = await db.paper.findFirst({ where: { applicationId: draft.id, kind: 'consent' } });
  if (!consent) throw new Refused('CONSENT_MISSING');
  return found(draft.householdId);
}
