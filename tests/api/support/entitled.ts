import { ageOn } from '../../../domain/rules/identity-number.js';
import { shanghaiDate } from '../../../domain/rules/working-days.js';
import { newAccount } from '../../../prisma/register/new-household.js';
import { openColumn } from '../../../prisma/sealed.js';
import type { EntitlementModel as Entitlement } from '../../../prisma/generated/models.js';
import { ordinaryHouseholds } from '../../activities/support/submission.js';
import { eventually } from '../../support/eventually.js';
import type { Api, ApiAlone } from './api.js';
import { photo } from './drafts.js';
import type { Officials } from './officials.js';
import type { Visitor } from './visitor.js';

export interface Student {
  readonly householdId: string;
  readonly personId: string;
  readonly accountId: string;
}

/** Households with somebody of an age to be a student, who has an account of his own. */
export async function students({ db, keyring }: ApiAlone, howMany: number): Promise<Student[]> {
  const found: Student[] = [];
  for (const householdId of await ordinaryHouseholds(db, 60)) {
    const { members, wrappedKey } = await db.household.findUniqueOrThrow({
      where: { id: householdId },
      include: { members: { where: { position: { gt: 1 } } } },
    });
    const key = keyring.unwrap(wrappedKey);
    const age = (sealed: Uint8Array) => ageOn(openColumn(key, 'memberIdNumber', sealed), shanghaiDate(Date.now()));
    const student = members.find(({ idNumberSealed }) => age(idNumberSealed) >= 8 && age(idNumberSealed) < 22);
    if (!student) continue;
    const account = {
      bankName: '演示农村商业银行',
      number: `62284802${String(found.length + 1).padStart(6, '0')}7731`,
    };
    const row = newAccount(keyring, key, { householdId, memberId: student.id, account, current: false });
    await db.account.create({ data: row });
    found.push({ householdId, personId: student.id, accountId: row.id });
    if (found.length === howMany) return found;
  }
  throw new Error('There are not so many students.');
}

/** Files for education aid; its application and case number. */
export async function asksForAid(visitor: Visitor, personId: string): Promise<{ id: string; caseNo: string }> {
  const { body: draft } = await visitor.post('/api/applications', { programmeCode: 'education-aid' });
  const application = `/api/applications/${draft.id}`;
  await visitor.upload(`${application}/papers`, { kind: 'enrolmentProof' }, photo());
  await visitor.patch(application, { quantity: 1, registerConfirmed: true, personId });
  const { status, body } = await visitor.post(`${application}/submission`);
  if (status !== 201) throw new Error(`${status} ${body.code} ${JSON.stringify(body.errors)}`);
  return { id: draft.id as string, caseNo: body.caseNo as string };
}

/** Grants it, through the checks of a case. */
export async function grantsAid(officials: Officials, caseNo: string): Promise<void> {
  await officials.decide(caseNo, 'initialCheck', 'pass');
  await officials.decide(caseNo, 'townshipVerification', 'pass');
  await officials.decide(caseNo, 'entitlementApproval', 'pass');
  await officials.decide(caseNo, 'noticePosting', 'posted');
  const { status, body } = await officials.decide(caseNo, 'publicNotice', 'takenDown');
  if (status >= 400) throw new Error(`${status} ${body.code}`);
}

/** What a case has granted, as soon as it is there. */
export async function entitled({ db }: Pick<Api, 'db'>, caseNo: string): Promise<Entitlement> {
  const row = await eventually(
    () => db.entitlement.findUnique({ where: { caseNo } }),
    (found) => found !== null,
  );
  return row!;
}

/** The same, of which no period of the rehearsal county comes due by itself while it is looked at. */
export async function parked(api: Api, caseNo: string): Promise<Entitlement> {
  await entitled(api, caseNo);
  return await api.db.entitlement.update({ where: { caseNo }, data: { nextDueAt: new Date('2999-01-01') } });
}

/** The order of a run, made and reviewed. */
export async function pays(officials: Officials, caseNo: string): Promise<void> {
  await officials.decide(caseNo, 'paymentPreparation', 'prepare');
  await officials.decide(caseNo, 'paymentReview', 'pass');
}

/** The run of an entitlement's n-th period, as soon as it is there. */
export const runOf = async ({ db }: Api, entitlementNo: string, nth: number) => {
  const runs = await db.case.findMany({ where: { entitlementNo }, orderBy: { caseNo: 'asc' } });
  return runs[nth - 1];
};
