import { countyOf } from '../../domain/rules/county-of.js';
import { missingOf } from '../../domain/rules/draft-completeness.js';
import { isPersonal } from '../../domain/rules/personal.js';
import { DraftBody } from '../../domain/schemas/application-draft.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { isByHelper, ownedBy, villageOf } from '../../prisma/applicant.js';
import type { Db, Tx } from '../../prisma/client.js';
import type { ApplicationDraftModel, CaseModel } from '../../prisma/generated/models.js';
import { keepSubmittedChoice } from '../../prisma/payee-choices.js';
import { mustBePromisable } from '../papers/kinds.js';
import { Refused } from '../problem.js';
import { draftFacts, programmeOf } from '../queries/application-view.js';
import { lockDraft, mustStandAlone } from '../queries/lock-draft.js';
import { mustBeOpenRoute } from '../queries/open-routes.js';
import { isOpen, programmeInForce } from '../queries/programmes.js';
import { namedPayee } from './choose-payee.js';
import { mustSuit } from './applicant.js';
import { makeCase } from './make-case.js';
import { isTaken } from './taken.js';

/**
 * Makes a case of a draft, in one transaction: complete, the programme open, none running (a constraint), numbered.
 * `repeated`: the same submission was begun before; what it made is found again.
 *
 * @throws Refused ALREADY_SUBMITTED, PROGRAMME_CLOSED, ROUTE_CLOSED, CONSENT_MISSING, PROMISE_NOT_ALLOWED, DRAFT_INCOMPLETE,
 * ALREADY_RUNNING, HOMESTEAD_TAKEN, IN_BUNDLE, PAYEE_UNFIT, APPLICANT_UNFIT
 */
export async function submitDraft(db: Db, draftId: string, repeated: boolean): Promise<CaseModel> {
  try {
    return await db.$transaction(async (tx) => {
      const draft = await lockDraft(tx, draftId);
      if (draft.caseNo === null) return await createCase(tx, draft);
      if (!repeated) throw new Refused('ALREADY_SUBMITTED', { caseNo: draft.caseNo });
      return await tx.case.findUniqueOrThrow({ where: { caseNo: draft.caseNo } });
    });
  } catch (error) {
    throw (await runningInstead(db, draftId, error)) ?? error;
  }
}

async function createCase(tx: Tx, draft: ApplicationDraftModel): Promise<CaseModel> {
  const { householdId, programmeCode } = draft;
  const areaCode = await villageOf(tx, draft);
  const { body: programme } = await programmeInForce(tx, countyOf(areaCode), programmeCode);
  mustSuit(programme, draft);
  if (!isOpen(programme)) throw new Refused('PROGRAMME_CLOSED');
  await mustBeOpenRoute(tx, 'direct', areaCode);
  await mustStandAlone(tx, draft.id);
  const { payee: asked, ...given } = await complete(tx, draft, programme);
  const where = { applicationId: draft.id, householdId, countyCode: countyOf(areaCode), areaCode };
  const payee = asked && (await namedPayee(tx, where, programme, asked.id));
  const row = await makeCase(tx, draft, areaCode, { ...given, ...(payee && { payee }) });
  await keepSubmittedChoice(tx, row);
  return row;
}

/** What a complete draft asks for. @throws Refused naming everything that is missing */
async function complete(tx: Tx, draft: ApplicationDraftModel, programme: Programme) {
  const facts = await draftFacts(tx, draft);
  const errors = missingOf(facts, programme);
  if (errors.some(({ field }) => field === 'papers.consent')) throw new Refused('CONSENT_MISSING', { errors });
  mustBePromisable(facts.promisedPapers, programme);
  if (errors.length > 0 || facts.quantity === undefined) throw new Refused('DRAFT_INCOMPLETE', { errors });
  const { quantity, uploadedKinds, movingMembers = [], payee, loan } = facts;
  return {
    payee,
    ...{ quantity, promisedPapers: facts.promisedPapers.filter((kind) => !uploadedKinds.includes(kind)) },
    ...(isPersonal(programme) && facts.personId !== undefined && { personId: facts.personId }),
    ...(movingMembers.length > 0 && { movingMembers }),
    ...(loan && { loan }),
    ...(isByHelper(draft) && { consentToConfirm: true as const }),
  };
}

/** The refusal that the database's promise "one running application" stands for. */
async function runningInstead(db: Db, draftId: string, error: unknown): Promise<Refused | undefined> {
  if (!isTaken(error)) return undefined;
  const draft = await db.applicationDraft.findUniqueOrThrow({ where: { id: draftId } });
  const { programmeCode } = draft;
  const personId = isPersonal(await programmeOf(db, draft)) ? DraftBody.parse(draft.body).personId! : null;
  const running = await db.case.findFirst({
    where: { ...ownedBy(draft), programmeCode, personId, running: true, entitlementNo: null },
  });
  return running ? new Refused('ALREADY_RUNNING', { caseNo: running.caseNo }) : undefined;
}
