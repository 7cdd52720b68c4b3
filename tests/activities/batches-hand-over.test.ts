import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fillBatch } from '../../activities/batches/fill-batch.js';
import { handOver } from '../../activities/batches/hand-over.js';
import { FileRefused } from '../../bank/bank.js';
import { bytesOf } from '../../prisma/bank-files.js';
import { placeHold } from '../../prisma/holds.js';
import { openCounty } from './support/county-at-work.js';
import { inActivity } from './support/in-activity.js';
import { cancelLeft, newBatch, reviewedOrder, statesOf } from './support/orders.js';
import { readOrders, ScriptedBank } from './support/scripted-bank.js';
import { ordinaryHouseholds } from './support/submission.js';

describe('A batch is handed over', () => {
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

  const filled = async (orders = 3) => {
    const references = [];
    for (let left = orders; left > 0; left--) references.push(await reviewedOrder(county, households.pop()!));
    const no = await newBatch(county.db);
    await inActivity().run(fillBatch, county.world, no);
    return { no, references };
  };
  const hand = (batchNo: string) => inActivity().run(handOver, county.world, batchNo);
  const batch = (no: string) => county.db.paymentBatch.findUniqueOrThrow({ where: { no } });
  const filesOf = (batchNo: string) => county.db.bankFile.findMany({ where: { batchNo } });
  const said = { countyCode: '339901', reasonCode: 'INVESTIGATION', note: '核查', byId: 'supervisor' } as const;
  const stop = (kind: 'case' | 'batch', subject: string) =>
    county.db.$transaction((tx) => placeHold(tx, { kind, subject, ...said }));
  const caseOf = (reference: string) => reference.replace(/-P1$/, '');

  test('in one file with its control totals; the file is kept, sealed, with its hash', async () => {
    const { no, references } = await filled();
    await hand(no);
    expect(bank.given).toHaveLength(1);
    const file = bank.given[0]!;
    const { count, sumFen, orders } = readOrders(file);
    expect({ count, sumFen }).toEqual({ count: 3, sumFen: 210_000 });
    expect(orders.map(({ reference }) => reference)).toEqual(references.toSorted());
    const [kept, ...others] = await filesOf(no);
    expect(others).toEqual([]);
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const totals = { lines: 3, sumFen: 210_000n, bytes: file.bytes.length };
    expect(kept).toMatchObject({ kind: 'orders', name: `${no}.json`, countyCode: '339901', sha256, ...totals });
    expect(Buffer.from(bytesOf(county.keyring, kept!)).equals(file.bytes)).toBe(true);
    expect(Buffer.from(kept!.contentSealed).includes(orders[0]!.payeeAccount)).toBe(false);
    expect(await statesOf(county.db, references)).toEqual(['sent', 'sent', 'sent']);
    expect(await batch(no)).toMatchObject({ state: 'taken', orders: 3, sumFen: 210_000n });
  });

  test('once: asked again nothing leaves', async () => {
    const { no } = await filled(1);
    await hand(no);
    await hand(no);
    expect(bank.given).toHaveLength(1);
    expect(bank.asked).toEqual([]);
  });

  test('without what was put on hold since it was filled; that waits for another batch', async () => {
    const { no, references } = await filled();
    await stop('case', caseOf(references[1]!));
    await hand(no);
    expect(await statesOf(county.db, references)).toEqual(['sent', 'checked', 'sent']);
    expect(readOrders(bank.given[0]!)).toMatchObject({ count: 2, sumFen: 140_000 });
    expect(await batch(no)).toMatchObject({ state: 'taken', orders: 2, sumFen: 140_000n });
    const stopped = await county.db.payment.findUniqueOrThrow({ where: { reference: references[1]! } });
    expect(stopped.batchNo).toBeNull();
  });

  test('without what is put on hold while its file is being written: then another file is', async () => {
    const { no, references } = await filled();
    bank.whileStaging = async () => void (await stop('case', caseOf(references[0]!)));
    await hand(no);
    expect(bank.staged.map((file) => readOrders(file).count)).toEqual([3, 2]);
    expect(bank.given.map((file) => readOrders(file).count)).toEqual([2]);
    expect(await filesOf(no)).toHaveLength(1);
    expect(await statesOf(county.db, references)).toEqual(['checked', 'sent', 'sent']);
  });

  test('without an order whose payee was changed since', async () => {
    const { no, references } = await filled(2);
    const { accountId } = await county.db.payment.findUniqueOrThrow({ where: { reference: references[0]! } });
    await county.db.account.update({ where: { id: accountId }, data: { current: false } });
    await hand(no);
    expect(await statesOf(county.db, references)).toEqual(['cancelled', 'sent']);
    expect(readOrders(bank.given[0]!).orders).toMatchObject([{ reference: references[1] }]);
  });

  test('not while it is on hold as a whole, and then as if nothing had been', async () => {
    const { no } = await filled(1);
    const { hold } = await stop('batch', no);
    await expect(hand(no)).rejects.toMatchObject({ type: 'ON_HOLD', nonRetryable: false });
    expect(bank.staged).toEqual([]);
    await county.db.hold.update({ where: { id: hold.id }, data: { liftedAt: new Date() } });
    await hand(no);
    expect(await batch(no)).toMatchObject({ state: 'taken' });
  });

  test('not at all where every order of it is on hold', async () => {
    const { no, references } = await filled(1);
    await stop('case', caseOf(references[0]!));
    await hand(no);
    expect(bank.given).toEqual([]);
    expect(await filesOf(no)).toEqual([]);
    expect(await batch(no)).toMatchObject({ state: 'empty', orders: 0 });
  });

  test('and after a worker was killed before the bank had it, the bank is asked first and given the same bytes', async () => {
    const { no, references } = await filled();
    const world = { ...county.world, bank: Object.assign(new ScriptedBank(), { handOver: () => dead }) };
    const dead = Promise.reject(new Error('the worker was killed'));
    dead.catch(() => undefined);
    await expect(inActivity().run(handOver, world, no)).rejects.toThrow('killed');
    expect(await statesOf(county.db, references)).toEqual(['sent', 'sent', 'sent']);
    expect(await batch(no)).toMatchObject({ state: 'sent' });
    const [kept] = await filesOf(no);
    await hand(no);
    expect(bank.asked).toEqual([kept!.name]);
    expect(bank.given).toHaveLength(1);
    expect(createHash('sha256').update(bank.given[0]!.bytes).digest('hex')).toBe(kept!.sha256);
    expect(await batch(no)).toMatchObject({ state: 'taken' });
  });

  test('and after a worker was killed when the bank had it, nothing is given again', async () => {
    const { no } = await filled(1);
    bank.atHandOver = [new Error('the worker was killed')];
    await expect(hand(no)).rejects.toThrow('killed');
    expect(await batch(no)).toMatchObject({ state: 'sent' });
    await hand(no);
    expect(bank.asked).toHaveLength(1);
    expect(bank.given).toHaveLength(1);
    expect(await batch(no)).toMatchObject({ state: 'taken' });
  });

  test('and a bank without a word is asked, never given anything on a guess; its orders are unknown until then', async () => {
    const { no, references } = await filled(2);
    bank.atHandOver = ['unknown'];
    bank.atAsk = ['unknown', 'unknown', 'taken'];
    for (let silent = 3; silent > 0; silent--) {
      await expect(hand(no)).rejects.toMatchObject({ type: 'BANK_HAS_NO_WORD', nonRetryable: false });
      expect(await statesOf(county.db, references)).toEqual(['unknown', 'unknown']);
    }
    await hand(no);
    expect(bank.given).toHaveLength(1);
    expect(bank.asked).toHaveLength(3);
    expect(await statesOf(county.db, references)).toEqual(['accepted', 'accepted']);
    expect(await batch(no)).toMatchObject({ state: 'taken' });
  });

  test('again only on the bank’s word that it has nothing of it, and not while the batch is on hold', async () => {
    const { no } = await filled(1);
    bank.atHandOver = ['unknown'];
    bank.atAsk = ['nothingOfIt', 'nothingOfIt'];
    await expect(hand(no)).rejects.toMatchObject({ type: 'BANK_HAS_NO_WORD' });
    const { hold } = await stop('batch', no);
    await expect(hand(no)).rejects.toMatchObject({ type: 'ON_HOLD' });
    expect(bank.given).toHaveLength(1);
    await county.db.hold.update({ where: { id: hold.id }, data: { liftedAt: new Date() } });
    await hand(no);
    expect(bank.given).toHaveLength(2);
    expect(Buffer.from(bank.given[0]!.bytes).equals(bank.given[1]!.bytes)).toBe(true);
  });

  test('and is with a bank that reports on one of its orders, whatever it says when it is asked', async () => {
    const { db } = county;
    for (const answer of ['unknown', 'nothingOfIt'] as const) {
      const { no, references } = await filled(2);
      bank.forget();
      bank.atHandOver = ['unknown'];
      await expect(hand(no)).rejects.toMatchObject({ type: 'BANK_HAS_NO_WORD' });
      const [orderRef] = references as [string];
      const kept = { kind: 'results', name: no, sha256: no, bytes: 1, contentSealed: Buffer.from('x') } as const;
      const { id: fileId } = await db.bankFile.create({ data: { ...kept, lines: 1, sumFen: 70_000n } });
      const said = { fileId, line: 1, reference: orderRef, orderRef, amountFen: 70_000n, said: 'credited' };
      await db.bankReportLine.create({ data: { ...said, bookedAt: new Date(), effect: 'posted' } });
      await db.payment.update({ where: { reference: orderRef }, data: { state: 'credited' } });
      bank.atAsk = [answer];
      await hand(no);
      expect(bank.given).toHaveLength(1);
      expect(await batch(no)).toMatchObject({ state: 'taken' });
      expect(await statesOf(db, references)).toEqual(['credited', 'accepted']);
    }
  });

  test('unless the bank refuses the file: then nothing moved, its orders wait, and the supervisor is told once', async () => {
    const { db } = county;
    await db.official.updateMany({ where: { areaCode: '339901' }, data: { email: 'supervisor@example.org' } });
    const { no, references } = await filled(2);
    bank.atHandOver = [new FileRefused(`${no}.json`)];
    await hand(no);
    await hand(no);
    expect(await statesOf(db, references)).toEqual(['checked', 'checked']);
    expect(await batch(no)).toMatchObject({ state: 'empty' });
    const rows = await db.payment.findMany({ where: { reference: { in: references } } });
    expect(rows).toMatchObject([1, 2].map(() => ({ batchNo: null, sentAt: null })));
    const supervisors = await db.official.count({ where: { areaCode: '339901', roles: { has: 'countySupervisor' } } });
    const told = { where: { dedupeKey: { startsWith: `refused/${no}` } } };
    expect(await db.outboxMessage.count(told)).toBe(supervisors);
    expect(supervisors).toBeGreaterThan(0);
  });

  test('without an order that cannot be written for the bank: that one is on hold, and finance is told', async () => {
    const { db } = county;
    await db.official.updateMany({ where: { areaCode: '339901' }, data: { email: 'finance@example.org' } });
    const { no, references } = await filled(3);
    const unfit = references[1]!;
    bank.cannotWrite = unfit;
    await hand(no);
    expect(await statesOf(db, references)).toEqual(['sent', 'checked', 'sent']);
    expect(await db.hold.findMany({ where: { subject: caseOf(unfit) } })).toMatchObject([
      { kind: 'case', reasonCode: 'PAYEE_DOUBTFUL', byId: null, note: expect.stringContaining('payeeName') },
    ]);
    expect(await db.outboxMessage.count({ where: { dedupeKey: { startsWith: `unfit/${unfit}` } } })).toBeGreaterThan(0);
  });

  test('not where the disk is full: nothing is marked as sent, and it goes on once there is room', async () => {
    const { no, references } = await filled(2);
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    bank.whileStaging = () => Promise.reject(full);
    await expect(hand(no)).rejects.toThrow('no space left');
    expect(bank.given).toEqual([]);
    expect(await filesOf(no)).toEqual([]);
    expect(await statesOf(county.db, references)).toEqual(['batched', 'batched']);
    expect(await batch(no)).toMatchObject({ state: 'filled' });
    await hand(no);
    expect(await batch(no)).toMatchObject({ state: 'taken' });
  });

  test('by two workers at once as by one: one file, whoever gives it', async () => {
    const { no, references } = await filled(4);
    await Promise.allSettled([hand(no), hand(no), hand(no)]);
    await hand(no);
    expect(await filesOf(no)).toHaveLength(1);
    expect(new Set(bank.given.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).size).toBe(1);
    expect(await statesOf(county.db, references)).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(await batch(no)).toMatchObject({ state: 'taken' });
  });
});
