import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Act } from '../../domain/schemas/act.js';
import { openPayee } from '../../prisma/payee.js';
import { householdKey } from '../../prisma/household.js';
import { openColumn } from '../../prisma/sealed.js';
import { openCounty } from './support/county-at-work.js';
import { heldReferences } from './support/held.js';
import { PayingCases } from './support/paying-cases.js';
import { noBank } from './support/quiet-bank.js';
import { ordinaryHouseholds } from './support/submission.js';

const maker: Act['by'] = { id: 'yl-maker-1', role: 'paymentMaker', officeId: 'yl-relief', areaCode: '339901' };
const finance: Act['by'] = { id: 'yl-finance-1', role: 'paymentReviewer', officeId: 'yl-finance', areaCode: '339901' };

describe('三(五) 直接拨付到户: a payment order', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let cases: PayingCases;
  let households: string[];
  beforeAll(async () => {
    county = await openCounty(noBank);
    cases = new PayingCases(county.world);
    households = await ordinaryHouseholds(county.db, 20);
  });
  afterAll(() => county?.close());

  const order = async (caseNo: string) => {
    await cases.act(caseNo, 'case', { stage: 'paymentPreparation', verdict: 'prepare', by: maker }, caseNo);
    return await county.db.payment.findFirstOrThrow({ where: { caseNo }, orderBy: { attempt: 'desc' } });
  };
  const accountOf = (householdId: string) =>
    county.db.account.findFirstOrThrow({ where: { householdId, current: true }, include: { member: true } });
  const holdsOn = async (householdId: string) =>
    (await county.db.hold.findMany({ where: { subject: (await accountOf(householdId)).numberHash } })).map(
      ({ reasonCode, byId, liftedAt }) => [reasonCode, byId, liftedAt === null],
    );
  const isHeld = async (reference: string) => (await heldReferences(county.db, [reference])).has(reference);
  /** The household's account is another member's, who has just come to it. */
  const givesAccountOfSpouse = async (householdId: string) => {
    const { id, member } = await accountOf(householdId);
    const { nameSealed, idNumberSealed } = member;
    const spouse = await county.db.member.create({
      data: {
        ...{ householdId, position: 20, relation: '配偶', canWork: true },
        ...{ nameSealed, idNumberSealed, idNumberHash: `spouse of ${householdId}` },
      },
    });
    await county.db.account.update({ where: { id }, data: { memberId: spouse.id } });
    return spouse.id;
  };

  test('goes to the head’s account, and nothing is in its way', async () => {
    const householdId = households.pop()!;
    const caseNo = await cases.open(householdId);
    const { reference, accountId, payeeSealed } = await order(caseNo);
    const account = await accountOf(householdId);
    expect(accountId).toBe(account.id);
    const key = await householdKey(county.db, county.keyring, householdId);
    expect(openPayee(key, payeeSealed).name).toBe(openColumn(key, 'memberName', account.member.nameSealed));
    expect(account.member.position).toBe(1);
    expect(await isHeld(reference)).toBe(false);
  });

  test('to a helper’s account waits until somebody has decided', async () => {
    const householdId = households.pop()!;
    const { numberHash: accountHash } = await accountOf(householdId);
    const { id } = await county.db.helper.findFirstOrThrow();
    await county.db.helper.update({ where: { id }, data: { accountHash } });
    const { reference, state } = await order(await cases.open(householdId));
    expect(state).toBe('prepared');
    expect(await isHeld(reference)).toBe(true);
    expect(await holdsOn(householdId)).toEqual([['ACCOUNT_OF_HELPER', null, true]]);
  });

  test('to an official’s account waits until somebody has decided', async () => {
    const householdId = households.pop()!;
    const { numberHash: accountHash } = await accountOf(householdId);
    await county.db.official.update({ where: { id: 'yl-checker-2' }, data: { accountHash } });
    await order(await cases.open(householdId));
    expect(await holdsOn(householdId)).toEqual([['ACCOUNT_OF_OFFICIAL', null, true]]);
  });

  test('to the account of an unrelated household waits; to that of somebody who belongs to both does not', async () => {
    const [unrelated, related, other] = households.splice(0, 3) as [string, string, string];
    const shares = async (householdId: string, idNumberHash: string) => {
      const { numberHash, numberSealed, bankName } = await accountOf(householdId);
      const { nameSealed, idNumberSealed } = await county.db.member.findFirstOrThrow({ where: { householdId: other } });
      const position = 30 + (await county.db.member.count({ where: { householdId: other } }));
      const member = { householdId: other, position, relation: '其他亲属', nameSealed, idNumberSealed, idNumberHash };
      const { id: memberId } = await county.db.member.create({ data: { ...member, canWork: false } });
      const account = { householdId: other, memberId, bankName, numberSealed, numberHash, current: false };
      await county.db.account.create({ data: account });
    };
    await shares(unrelated, 'a stranger');
    await shares(related, (await accountOf(related)).member.idNumberHash);
    await order(await cases.open(unrelated));
    await order(await cases.open(related));
    expect(await holdsOn(unrelated)).toEqual([['ACCOUNT_OF_OTHER_HOUSEHOLD', null, true]]);
    expect(await holdsOn(related)).toEqual([]);
  });

  test('to another member’s account waits; once that was decided, it is not asked again', async () => {
    const householdId = households.pop()!;
    await givesAccountOfSpouse(householdId);
    const caseNo = await cases.open(householdId);
    const { reference } = await order(caseNo);
    expect(await holdsOn(householdId)).toEqual([['NOT_THE_HEADS_ACCOUNT', null, true]]);
    expect(await isHeld(reference)).toBe(true);

    const { numberHash: subject } = await accountOf(householdId);
    const lifted = { liftedById: 'yl-oversight-1', liftedAt: new Date(), liftNote: '户主书面委托' };
    await county.db.hold.updateMany({ where: { subject }, data: lifted });
    const act: Act = { stage: 'paymentReview', verdict: 'return', subject: reference, by: finance };
    await cases.act(caseNo, 'case', act, 'given back');
    const again = await order(caseNo);
    expect(again.reference).not.toBe(reference);
    expect(await isHeld(again.reference)).toBe(false);
    expect(await holdsOn(householdId)).toEqual([['NOT_THE_HEADS_ACCOUNT', null, false]]);
  });

  test('that came back is followed by one that takes its place', async () => {
    const caseNo = await cases.open(households.pop()!);
    const { reference } = await order(caseNo);
    await county.db.payment.update({
      where: { reference },
      data: { state: 'returned', returnedReason: 'ACCOUNT_CLOSED' },
    });
    await cases.write(caseNo, [{ kind: 'entered', stage: 'paymentPreparation' }]);
    expect(await order(caseNo)).toMatchObject({ attempt: 2, replaces: reference, state: 'prepared' });
    expect(await county.db.payment.findUnique({ where: { reference } })).toMatchObject({ state: 'reissued' });
  });
});
