import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fillBatch } from '../../activities/batches/fill-batch.js';
import { announceSigning } from '../../api/acting/announce-signing.js';
import { signDecided, signEntered } from '../../api/acting/sign-accounts.js';
import { carryCorrections } from '../../activities/sweeps/carry-corrections.js';
import type { RunningCases } from '../../platform/running-cases.js';
import { sealColumn } from '../../prisma/sealed.js';
import { placeHold } from '../../prisma/holds.js';
import { keepChoice } from '../../prisma/payee-choices.js';
import { newPolicy } from '../support/new-version.js';
import { openCounty } from './support/county-at-work.js';
import { inActivity } from './support/in-activity.js';
import { cancelLeft, newBatch, reviewedOrder, statesOf } from './support/orders.js';
import { ScriptedBank } from './support/scripted-bank.js';
import { ordinaryHouseholds } from './support/submission.js';

describe('A batch is filled', () => {
  const bank = new ScriptedBank();
  let county: Awaited<ReturnType<typeof openCounty>>;
  let households: string[];
  beforeAll(async () => {
    county = await openCounty(bank);
    households = await ordinaryHouseholds(county.db, 60);
  });
  afterAll(async () => await county?.close());
  beforeEach(async () => {
    bank.forget();
    await cancelLeft(county.db);
  });

  const fill = (batchNo: string) => inActivity().run(fillBatch, county.world, batchNo);
  const batch = (no: string) => county.db.paymentBatch.findUniqueOrThrow({ where: { no } });
  const order = (householdId = households.pop()!) => reviewedOrder(county, householdId);
  const accountOf = (householdId: string) =>
    county.db.account.findFirstOrThrow({ where: { householdId, current: true } });
  const caseOf = (reference: string) => reference.replace(/-P1$/, '');

  test('once: asked again it answers the same, and takes no order that was reviewed since', async () => {
    const first = await order();
    const no = await newBatch(county.db);
    expect(await fill(no)).toBe(1);
    const later = await order();
    expect(await fill(no)).toBe(1);
    expect(await statesOf(county.db, [first, later])).toEqual(['batched', 'checked']);
  });

  test('without what is on hold by its case, its household or its account', async () => {
    const [a, b, c, d] = [households.pop()!, households.pop()!, households.pop()!, households.pop()!];
    const references = [await order(a), await order(b), await order(c), await order(d)];
    const { numberHash } = await accountOf(c);
    const subjects = [
      { kind: 'case', subject: caseOf(references[0]!) },
      { kind: 'household', subject: b },
      { kind: 'account', subject: numberHash },
    ] as const;
    const said = { countyCode: '339901', reasonCode: 'INVESTIGATION', note: '核查', byId: 'supervisor' } as const;
    for (const subject of subjects) await county.db.$transaction((tx) => placeHold(tx, { ...subject, ...said }));
    const no = await newBatch(county.db);
    expect(await fill(no)).toBe(1);
    expect(await statesOf(county.db, references)).toEqual(['checked', 'checked', 'checked', 'batched']);
    expect(bank.checked).toHaveLength(1);
  });

  test('without an order whose household has another account now: it is cancelled, and its case to be told', async () => {
    const householdId = households.pop()!;
    const reference = await order(householdId);
    const { id, memberId, bankName, numberSealed } = await accountOf(householdId);
    await county.db.account.update({ where: { id }, data: { current: false } });
    await county.db.account.create({ data: { householdId, memberId, bankName, numberSealed, numberHash: 'another' } });
    const no = await newBatch(county.db);
    expect(await fill(no)).toBe(0);
    expect(await county.db.payment.findUniqueOrThrow({ where: { reference } })).toMatchObject({
      ...{ state: 'cancelled', returnedReason: 'PAYEE_CHANGED', untold: true, batchNo: no },
    });
    expect(await batch(no)).toMatchObject({ state: 'empty', orders: 0 });
    expect(bank.checked).toEqual([]);
  });

  test('without an order to somebody who has died since, unless it was decided that the account is paid to', async () => {
    const [gone, decided] = [households.pop()!, households.pop()!];
    const references = [await order(gone), await order(decided)];
    const { memberId } = await accountOf(gone);
    const account = await accountOf(decided);
    const dead = { id: { in: [memberId, account.memberId] } };
    await county.db.member.updateMany({ where: dead, data: { status: 'dead' } });
    await county.db.hold.create({
      data: {
        ...{ kind: 'account', subject: account.numberHash, countyCode: '339901', reasonCode: 'NOT_THE_HEADS_ACCOUNT' },
        ...{ note: '非户主账户', liftedAt: new Date(), liftedById: 'supervisor', liftNote: '经核实可付' },
      },
    });
    expect(await fill(await newBatch(county.db))).toBe(1);
    expect(await statesOf(county.db, references)).toEqual(['cancelled', 'batched']);
  });

  /** A reviewed order to whom of the register its household has agreed to. */
  const orderTo = async (payeeId: string) => {
    const row = await county.db.programme.findFirstOrThrow({
      where: { countyCode: '339901', code: 'beekeeping', version: 1 },
    });
    const body = { ...(row.body as object), orPayTo: 'contractor' };
    const digest = { digest: 'orContractor', version: 3, body };
    await county.db.programme.createMany({ data: [{ ...row, ...digest }], skipDuplicates: true });
    const { id: accountId } = await county.db.payeeAccount.findFirstOrThrow({ where: { payeeId, state: 'current' } });
    const reference = await reviewedOrder(county, households.pop()!, { accountId });
    const caseNo = caseOf(reference);
    await county.db.case.update({ where: { caseNo }, data: { programmeDigest: 'orContractor' } });
    const consent = { source: 'case/1', payeeId, agreement: null, by: 'household', at: Date.now() };
    await county.db.$transaction((tx) => keepChoice(tx, caseNo, consent));
    return { caseNo, reference, accountId };
  };
  const contractor = () =>
    county.db.payee.findFirstOrThrow({
      where: { countyCode: '339901', kind: 'contractor' },
      include: { accounts: true },
    });
  const anotherAccount = async (payeeId: string, state: 'proposed' | 'current') => {
    const { id: _, ...before } = (await contractor()).accounts.find((account) => account.state === 'current')!;
    const made = { enteredById: 'yl-maker-1', decidedById: state === 'current' ? 'yl-finance-1' : null };
    if (state === 'current')
      await county.db.payeeAccount.updateMany({ where: { payeeId, state: 'current' }, data: { state: 'replaced' } });
    const { enteredSigned: _entered, decidedSigned: _decided, ...kept } = before;
    const signedAt = state === 'current' ? { decidedAt: new Date() } : {};
    const { id } = await county.db.payeeAccount.create({
      data: { ...kept, ...made, ...signedAt, payeeId, state, numberHash: randomUUID() },
    });
    return id;
  };
  const signed = async (id: string) => {
    await signEntered(county.db, county.keyring, id, { id: 'yl-maker-1', role: 'paymentMaker' });
    await signDecided(county.db, county.keyring, id, { id: 'yl-finance-1', role: 'paymentReviewer' });
  };

  test('without an order to a payee of the register whose account was changed after the review: it is made and checked anew', async () => {
    const { id: payeeId } = await contractor();
    const kept = await orderTo(payeeId);
    expect(await fill(await newBatch(county.db))).toBe(1);
    const changed = await orderTo(payeeId);
    await anotherAccount(payeeId, 'current');
    expect(await fill(await newBatch(county.db))).toBe(0);
    expect(await statesOf(county.db, [kept.reference, changed.reference])).toEqual(['batched', 'cancelled']);
    expect(await county.db.payment.findUniqueOrThrow({ where: { reference: changed.reference } })).toMatchObject({
      ...{ returnedReason: 'PAYEE_CHANGED', untold: true },
    });
  });

  test('without an order to a payee of the register after its household has taken its consent back', async () => {
    const { caseNo, reference } = await orderTo((await contractor()).id);
    const takenBack = { source: 'case/2', payeeId: null, agreement: null, by: 'household', at: Date.now() };
    await county.db.$transaction((tx) => keepChoice(tx, caseNo, takenBack));
    expect(await fill(await newBatch(county.db))).toBe(0);
    expect(await statesOf(county.db, [reference])).toEqual(['cancelled']);
  });

  test('anew, once an account of the register was put right and signed: by whoever entered it, the same act however often', async () => {
    const { id: payeeId } = await contractor();
    const { caseNo, reference } = await orderTo(payeeId);
    await county.db.payment.update({ where: { reference }, data: { state: 'returned' } });
    const task = { caseNo, strand: 'case', stage: 'accountCorrection', subject: '', areaCode: '339901' } as const;
    await county.db.task.create({ data: { ...task, role: 'paymentMaker', openedAt: new Date() } });
    const told: Parameters<RunningCases['act']>[] = [];
    const cases = { act: (...said: Parameters<RunningCases['act']>) => Promise.resolve(void told.push(said)) };
    const sweep = () => carryCorrections({ ...county.world, cases: cases as RunningCases }, 10);
    await announceSigning(county.db, county.keyring);
    await sweep();
    const proposed = await anotherAccount(payeeId, 'proposed');
    await sweep();
    await county.db.payeeAccount.delete({ where: { id: proposed } });
    const account = await anotherAccount(payeeId, 'current');
    await sweep();
    // Nobody signed for it yet, or for another bank than it names, or another one entered it.
    expect(told).toEqual([]);
    await signed(account);
    const where = { id: account };
    const { bankName } = await county.db.payeeAccount.findUniqueOrThrow({ where });
    await county.db.payeeAccount.update({ where, data: { bankName: '他行' } });
    await sweep();
    await county.db.payeeAccount.update({ where, data: { bankName, enteredById: 'yl-maker-2' } });
    await sweep();
    expect(told).toEqual([]);
    await county.db.payeeAccount.update({ where, data: { enteredById: 'yl-maker-1' } });
    await sweep();
    await sweep();
    const confirmed = {
      stage: 'accountCorrection',
      verdict: 'confirmAccount',
      by: { id: 'yl-maker-1', role: 'paymentMaker' },
    };
    expect(told).toMatchObject([
      [caseNo, 'case', confirmed, expect.any(String)],
      [caseNo, 'case', confirmed, told[0]![3]],
    ]);
    expect(await county.db.actSignature.count({ where: { caseNo } })).toBe(1);
  });

  test('without an order to an account of the register that nobody signed for: it is put on hold, and finance is told', async () => {
    await announceSigning(county.db, county.keyring);
    const { id: payeeId } = await contractor();
    const unsigned = await anotherAccount(payeeId, 'current');
    const orders = [await orderTo(payeeId), await orderTo(payeeId)];
    const references = orders.map(({ reference }) => reference);
    const caseNos = orders.map(({ caseNo }) => caseNo);
    const other = await order();
    expect(await fill(await newBatch(county.db))).toBe(1);
    expect(await statesOf(county.db, [...references, other])).toEqual(['checked', 'checked', 'batched']);
    const holds = { kind: 'case', subject: { in: caseNos }, reasonCode: 'PAYEE_DOUBTFUL', liftedAt: null } as const;
    expect(await county.db.hold.count({ where: holds })).toBe(2);
    for (const reference of references)
      expect(
        await county.db.outboxMessage.count({ where: { dedupeKey: { startsWith: `unsigned/${reference}/` } } }),
      ).toBeGreaterThan(0);

    // Signed for as it stands, and the hold lifted, it leaves; not what was ordered while another number stood there.
    await signed(unsigned);
    await county.db.hold.updateMany({ where: holds, data: { liftedAt: new Date(), liftedById: 'supervisor' } });
    const where = { id: unsigned };
    const { numberSealed } = await county.db.payeeAccount.findUniqueOrThrow({ where });
    const { key } = county.keyring.county('339901');
    const another = sealColumn(key, 'payeeAccountNumber', '6228480200000990011');
    await county.db.payeeAccount.update({ where, data: { numberSealed: another } });
    const toAnother = await orderTo(payeeId);
    await county.db.payeeAccount.update({ where, data: { numberSealed } });
    expect(await fill(await newBatch(county.db))).toBe(2);
    expect(await statesOf(county.db, [...references, toAnother.reference])).toEqual(['batched', 'batched', 'checked']);
  });

  test('with a personal subsidy to that person’s own account, which the household did not name', async () => {
    const householdId = households.pop()!;
    const reference = await order(householdId);
    const own = await accountOf(householdId);
    await county.db.account.update({ where: { id: own.id }, data: { current: false } });
    const named = {
      ...own,
      id: 'the named one',
      numberHash: 'the named one',
      memberId: await otherMember(own.memberId),
    };
    await county.db.account.create({ data: named });
    const row = await county.db.programme.findFirstOrThrow({ where: { countyCode: '339901', code: 'beekeeping' } });
    const body = { ...(row.body as object), payTo: 'person' };
    await county.db.programme.create({ data: { ...row, digest: 'personal', version: 2, body } });
    const caseNo = caseOf(reference);
    const { input } = await county.db.case.findUniqueOrThrow({ where: { caseNo } });
    const personal = { ...(input as object), personId: own.memberId };
    await county.db.case.update({ where: { caseNo }, data: { input: personal, programmeDigest: 'personal' } });
    expect(await fill(await newBatch(county.db))).toBe(1);
  });

  const otherMember = async (memberId: string): Promise<string> => {
    const { householdId } = await county.db.member.findUniqueOrThrow({ where: { id: memberId } });
    const row = { householdId, position: 9, relation: '长子', canWork: true, idNumberHash: 'somebody else' };
    const { nameSealed, idNumberSealed } = await county.db.member.findUniqueOrThrow({ where: { id: memberId } });
    return (await county.db.member.create({ data: { ...row, nameSealed, idNumberSealed } })).id;
  };

  test('without a payee whom the bank does not know; one that the bank does not check is paid', async () => {
    const references = [await order(), await order(), await order()];
    const answers = ['nameDiffers', 'noSuchAccount', 'unchecked'] as const;
    bank.checks = () => answers[bank.checked.length - 1]!;
    const no = await newBatch(county.db);
    expect(await fill(no)).toBe(1);
    const rows = await county.db.payment.findMany({
      where: { reference: { in: references } },
      orderBy: { returnedReason: { sort: 'asc', nulls: 'last' } },
    });
    expect(rows).toMatchObject([
      { state: 'cancelled', returnedReason: 'ACCOUNT_UNKNOWN', untold: true, batchNo: no },
      { state: 'cancelled', returnedReason: 'NAME_MISMATCH', untold: true, batchNo: no },
      { state: 'batched', returnedReason: null, untold: false, batchNo: no },
    ]);
    expect(await batch(no)).toMatchObject({ state: 'filled', orders: 1 });
  });

  test('on from where it was killed: what was chosen stays chosen, and whom the bank knows is not asked about again', async () => {
    for (let left = 25; left > 0; left--) await order();
    const no = await newBatch(county.db);
    bank.checks = () => {
      if (bank.checked.length > 20) throw new Error('the line is dead');
      return 'matches';
    };
    const killed = inActivity();
    let position: unknown;
    killed.on('heartbeat', (details) => (position = details));
    await expect(killed.run(fillBatch, county.world, no)).rejects.toThrow('the line is dead');
    expect(await batch(no)).toMatchObject({ state: 'open', orders: null });
    const late = await order();
    bank.forget();
    const next = inActivity(position);
    expect(await next.run(fillBatch, county.world, no)).toBe(25);
    expect(bank.checked).toHaveLength(5);
    expect(await statesOf(county.db, [late])).toEqual(['checked']);
  });

  test('by one worker where two try at once', async () => {
    const references = [await order(), await order()];
    const no = await newBatch(county.db);
    const answers = await Promise.allSettled([fill(no), fill(no)]);
    expect(answers.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await fill(no)).toBe(2);
    expect(await statesOf(county.db, references)).toEqual(['batched', 'batched']);
    expect(await batch(no)).toMatchObject({ state: 'filled', orders: 2, sumFen: 140_000n });
  });

  test('with the reviewed orders of its county, the oldest first, up to the county’s number', async () => {
    const references = [await order(), await order(), await order()];
    const few = { batchSize: 2, thirdSignatureAboveFen: 0 };
    await newPolicy(county.db, ({ payments }) => ({ payments: { ...payments, ...few } }));
    const no = await newBatch(county.db);
    expect(await fill(no)).toBe(2);
    expect(await statesOf(county.db, references)).toEqual(['batched', 'batched', 'checked']);
    expect(await batch(no)).toMatchObject({ state: 'filled', orders: 2, sumFen: 140_000n });
  });
});
