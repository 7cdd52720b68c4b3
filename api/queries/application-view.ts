import { subsidyFen } from '../../domain/rules/amounts.js';
import { countyOf } from '../../domain/rules/county-of.js';
import { type DraftFacts, missingOf } from '../../domain/rules/draft-completeness.js';
import { standardFor } from '../../domain/rules/household-standard.js';
import { atMostItsRate } from '../../domain/rules/loans.js';
import { askedText } from '../../domain/texts/loans.js';
import { type ApplicationView, DraftBody } from '../../domain/schemas/application-draft.js';
import type { Programme } from '../../domain/schemas/programme.js';
import type { Keyring } from '../../platform/keyring.js';
import { draftKey, isByHelper, type Owner, villageOf } from '../../prisma/applicant.js';
import type { Tx } from '../../prisma/client.js';
import type { ApplicationDraftModel, PayeeModel } from '../../prisma/generated/models.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';
import { openColumn } from '../../prisma/sealed.js';
import { standardFacts } from '../../prisma/standard-facts.js';
import { paperView } from './papers.js';
import { payeeName } from './payee-name.js';
import { programmeInForce } from './programmes.js';

/** What is on record about a draft, as its completeness is judged. */
export async function draftFacts(tx: Tx, draft: ApplicationDraftModel): Promise<DraftFacts> {
  const body = DraftBody.parse(draft.body);
  const {
    quantity,
    registerConfirmed = false,
    promisedPapers = [],
    movingMembers = [],
    personId,
    payeeId,
    loan,
  } = body;
  const papers = await tx.paper.findMany({ where: { applicationId: draft.id }, select: { kind: true } });
  return {
    ...{ quantity, registerConfirmed, promisedPapers, movingMembers, loan, hasAccount: await hasAccount(tx, draft) },
    ...{ uploadedKinds: papers.map(({ kind }) => kind), filedByHelper: isByHelper(draft) },
    ...(draft.payeeId !== null && { applicant: 'collective' }),
    personId: await presentMember(tx, draft.householdId, personId),
    payee: await payeeInForce(tx, payeeId),
  };
}

async function hasAccount(tx: Tx, { householdId, payeeId }: Owner): Promise<boolean> {
  if (householdId !== null) return (await tx.account.count({ where: { householdId, current: true } })) > 0;
  const inForce = { payeeId: payeeId!, state: 'current', payee: { closedAt: null } } as const;
  return (await tx.payeeAccount.count({ where: inForce })) > 0;
}

/** Whoever has died or left since the draft was written is to be named anew. */
async function presentMember(tx: Tx, householdId: string | null, id: string | undefined): Promise<string | undefined> {
  if (id === undefined || householdId === null) return undefined;
  return (await tx.member.findFirst({ where: { id, householdId, status: 'present' } }))?.id;
}

/** Whoever has been closed since the draft was written is to be named anew. */
const payeeInForce = async (tx: Tx, id: string | undefined): Promise<PayeeModel | undefined> =>
  id === undefined ? undefined : ((await tx.payee.findFirst({ where: { id, closedAt: null } })) ?? undefined);

/** The programme of an application: the version it was submitted under, before that the one in force. */
export async function programmeOf(tx: Tx, draft: ApplicationDraftModel): Promise<Programme> {
  const row = draft.caseNo === null ? null : await tx.case.findUnique({ where: { caseNo: draft.caseNo } });
  if (row) return await programmeVersion(tx, row.programmeDigest);
  const { body } = await programmeInForce(tx, countyOf(await villageOf(tx, draft)), draft.programmeCode);
  return body;
}

/** An application for those who may see it. */
export async function applicationView(
  tx: Tx,
  keyring: Keyring,
  draft: ApplicationDraftModel,
): Promise<ApplicationView> {
  const programme = await programmeOf(tx, draft);
  const facts = await draftFacts(tx, draft);
  const payee = await payeeInForce(tx, facts.payee?.id);
  const key = await draftKey(tx, keyring, draft);
  const papers = await tx.paper.findMany({ where: { applicationId: draft.id }, orderBy: { uploadedAt: 'asc' } });
  const { quantity, registerConfirmed, promisedPapers } = facts;
  const published = standardFor(programme.standard, await standardFacts(tx, draft, programme));
  const standard = atMostItsRate(published, facts.loan);
  const worth = (quantity: number) => ({
    ...{ quantityText: askedText(programme.measure, facts.loan, quantity), amountFen: subsidyFen(standard, quantity) },
  });
  return {
    ...{ id: draft.id, householdId: draft.householdId, ...(await whoApplies(tx, draft)), caseNo: draft.caseNo },
    ...{ registerConfirmed, promisedPapers: [...promisedPapers], filedByHelper: facts.filedByHelper },
    personId: facts.personId ?? null,
    movingMembers: [...(facts.movingMembers ?? [])],
    loan: facts.loan ?? null,
    payee: payee ? payeeName(payee) : null,
    programme: { code: programme.code, name: programme.name },
    quantity: quantity ?? null,
    ...{ quantityText: null, amountFen: null, ...(quantity !== undefined && worth(quantity)) },
    plan: planOf(key, draft),
    papers: papers.map((paper) => paperView(paper, programme, key)),
    missing: draft.caseNo === null ? missingOf(facts, programme) : [],
    updatedAt: draft.updatedAt.toISOString(),
  };
}

/** A household by its number in the register, a collective by its name. */
async function whoApplies(
  tx: Tx,
  { householdId, payeeId }: Owner,
): Promise<Pick<ApplicationView, 'registerNo' | 'collective'>> {
  if (householdId === null)
    return { registerNo: null, collective: payeeName(await tx.payee.findUniqueOrThrow({ where: { id: payeeId! } })) };
  const { registerNo } = await tx.household.findUniqueOrThrow({ where: { id: householdId } });
  return { registerNo, collective: null };
}

/** What the household wrote about its project, opened with its key. */
export function planOf(key: Uint8Array, draft: ApplicationDraftModel): string | null {
  const { planSealed } = DraftBody.parse(draft.body);
  return planSealed === undefined ? null : openColumn(key, 'draftPlan', Buffer.from(planSealed, 'base64'));
}
