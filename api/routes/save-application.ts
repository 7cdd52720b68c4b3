import { mostYuanDays } from '../../domain/rules/loans.js';
import { DraftBody, type DraftPatch } from '../../domain/schemas/application-draft.js';
import { draftKey } from '../../prisma/applicant.js';
import type { Tx } from '../../prisma/client.js';
import type { ApplicationDraftModel } from '../../prisma/generated/models.js';
import { sealColumn } from '../../prisma/sealed.js';
import type { Handler } from '../handler.js';
import { mustBePromisable } from '../papers/kinds.js';
import { invalid, Refused } from '../problem.js';
import { applicationView, programmeOf } from '../queries/application-view.js';
import { lockDraft, mustStandAlone } from '../queries/lock-draft.js';
import { nameable } from '../queries/payees.js';
import { visibleApplication } from '../queries/visible.js';

export const saveApplication: Handler<'saveApplication'> = async ({ who, params, body }, { db, keyring }) => {
  const { householdId, payeeId } = await visibleApplication(db, who, params.id);
  const key = await draftKey(db, keyring, { householdId, payeeId });
  const saved = await db.$transaction(async (tx) => {
    const draft = await lockDraft(tx, params.id);
    if (draft.caseNo !== null) throw new Refused('ALREADY_SUBMITTED');
    await mustStandAlone(tx, params.id);
    const programme = await programmeOf(tx, draft);
    mustBePromisable(body.promisedPapers ?? [], programme);
    if (body.loan && !programme.loan) throw invalid([{ field: 'loan', ...NO_LOAN }]);
    await mustBePresent(tx, householdId, body.movingMembers ?? []);
    if (body.payeeId) await mustBeNameable(tx, draft, body.payeeId);
    const merged = merge(DraftBody.parse(draft.body), body, key);
    return await tx.applicationDraft.update({ where: { id: draft.id }, data: { body: merged } });
  });
  return { status: 200, body: await applicationView(db, keyring, saved) };
};

/** Null takes a field back; what isn't named stays as it is. */
function merge(before: DraftBody, patch: DraftPatch, key: Uint8Array): DraftBody {
  const { plan, ...fields } = patch;
  const planSealed = plan && sealColumn(key, 'draftPlan', plan).toString('base64');
  const moving = patch.movingMembers && { movingMembers: patch.movingMembers, quantity: patch.movingMembers.length };
  const { loan = before.loan } = fields;
  // What can be paid of a year at most follows from the loan.
  const used = loan && { quantity: mostYuanDays(loan) || null };
  const merged = { ...before, ...fields, ...moving, ...used, ...(plan !== undefined && { planSealed }) };
  return DraftBody.parse(Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)));
}

/** @throws Refused INVALID_INPUT for somebody who is not in the household, or named twice */
async function mustBePresent(tx: Tx, householdId: string | null, memberIds: readonly string[]): Promise<void> {
  const present = await tx.member.findMany({
    where: { householdId: householdId ?? '', status: 'present' },
    select: { id: true },
  });
  const errors = memberIds.flatMap((id, index) => {
    const isOne = present.some((member) => member.id === id) && memberIds.indexOf(id) === index;
    return isOne ? [] : [{ field: `movingMembers.${index}`, ...NOT_A_MEMBER }];
  });
  if (errors.length > 0) throw invalid(errors);
}

/** @throws Refused INVALID_INPUT for one that the application can't name */
async function mustBeNameable(tx: Tx, draft: ApplicationDraftModel, payeeId: string): Promise<void> {
  if ((await tx.payee.count({ where: { id: payeeId, ...(await nameable(tx, draft)) } })) === 0)
    throw invalid([{ field: 'payeeId', ...NOT_NAMEABLE }]);
}

const NO_LOAN = { zh: '该项目不是贷款贴息，不用填写贷款', en: 'The programme pays no interest: give no loan' };

const NOT_NAMEABLE = { zh: '请从本申请可选的收款单位中选择', en: 'Choose one that this application may name' };

const NOT_A_MEMBER = { zh: '请选择本户在册成员，每人一次', en: 'Choose a present member of the household, each once' };
