import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { tellDiscrepancies } from '../../activities/sweeps/tell-discrepancies.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { openMessage } from '../../prisma/outbox.js';
import { caseOf, ORDER_FEN } from './support/many-orders.js';
import { bytesOf, line } from './support/reporting-bank.js';
import { reportsCounty } from './support/reports-county.js';

describe('the bank’s reports', () => {
  const county = reportsCounty();
  const { bank, collect, orders, paymentOf, statesOf, commitmentOf, bookedOf, effectsOf, discrepanciesOf } = county;
  beforeAll(county.open);
  afterAll(county.close);
  afterEach(async () => {
    expect(await ledgerDifferences(county.db)).toEqual([]);
    bank.reports.clear();
    bank.fetched.length = 0;
  });

  test('bring each order to its end: credited is spent, returned says why, accepted waits on', async () => {
    const [paid, back, waits] = (await orders(3)) as [string, string, string];
    bank.report('plain', [line('credited', paid), line('returned', back), line('accepted', waits)]);
    await collect();
    expect(await statesOf([paid, back, waits])).toEqual(['credited', 'returned', 'accepted']);
    expect(await paymentOf(paid)).toMatchObject({ untold: true, settledAt: new Date('2026-03-02T02:00:00Z') });
    expect(await paymentOf(back)).toMatchObject({ untold: true, returnedReason: 'ACCOUNT_CLOSED' });
    expect(await paymentOf(waits)).toMatchObject({ untold: false, settledAt: null });
    expect([await bookedOf(paid), await bookedOf(back)]).toEqual([['/credited'], []]);
    expect([await commitmentOf(paid), await commitmentOf(back)]).toEqual(['spent', 'committed']);
  });

  test('are fetched once by their name, and the same bytes under another name are nothing new', async () => {
    const [paid] = (await orders(1)) as [string];
    bank.report('once', [line('credited', paid)]);
    await collect();
    await collect();
    bank.reports.set('once-more', bank.reports.get('once')!);
    await collect();
    await collect();
    expect(bank.fetched).toEqual(['once', 'once-more']);
    expect([await effectsOf([paid]), await bookedOf(paid)]).toEqual([['posted'], ['/credited']]);
  });

  test('that say again what was said post nothing twice', async () => {
    const [paid, back] = (await orders(2)) as [string, string];
    bank.report('first', [line('credited', paid), line('returned', back)]);
    await collect();
    bank.report('second', [line('returned', back), line('credited', paid), line('accepted', paid)]);
    await collect();
    expect(await effectsOf([paid])).toEqual(['posted', 'known', 'overtaken']);
    expect([await bookedOf(paid), await statesOf([paid, back])]).toEqual([['/credited'], ['credited', 'returned']]);
  });

  test('that come truncated count for nothing until the whole comes under their name', async () => {
    const [paid] = (await orders(1)) as [string];
    const whole = bytesOf([line('credited', paid)]);
    const fetchNow = () =>
      county.db.bankReportName.updateMany({ where: { name: 'cut' }, data: { fetchAt: new Date(0) } });
    const found = () => county.db.discrepancy.findUniqueOrThrow({ where: { cause: 'unreadableFile/cut' } });
    bank.reports.set('cut', whole.slice(0, 40));
    await collect();
    await collect();
    expect(bank.fetched).toHaveLength(1);
    expect([await statesOf([paid]), (await found()).settledAt]).toEqual([['sent'], null]);
    bank.reports.set('cut', bytesOf([line('credited', paid)], { count: 2 }));
    await fetchNow();
    await collect();
    expect([await statesOf([paid]), (await found()).settledAt]).toEqual([['sent'], null]);
    expect((await county.db.bankReportName.findUniqueOrThrow({ where: { name: 'cut' } })).unreadable).toBe(2);
    bank.reports.set('cut', whole);
    await fetchNow();
    await collect();
    expect(await statesOf([paid])).toEqual(['credited']);
    expect(await found()).toMatchObject({ settledById: null, settlement: 'WHOLE_FILE_CAME' });
    expect(await county.db.bankFile.count({ where: { name: 'cut', kind: 'unreadable' } })).toBe(2);
    await collect();
    expect(bank.fetched).toHaveLength(3);
  });

  test('that come out of order bring an order to the same end, with the same books', async () => {
    const [inOrder, otherwise] = (await orders(2)) as [string, string];
    const credit = (reference: string) => line('credited', reference, { bookedAt: '2026-03-02T02:00:00.000Z' });
    const back = (reference: string) => line('returned', reference, { bookedAt: '2026-03-05T02:00:00.000Z' });
    bank.report('a', [credit(inOrder), back(otherwise)]);
    await collect();
    bank.report('b', [back(inOrder), credit(otherwise)]);
    await collect();
    expect(await statesOf([inOrder, otherwise])).toEqual(['returned', 'returned']);
    expect([await commitmentOf(inOrder), await commitmentOf(otherwise)]).toEqual(['committed', 'committed']);
    expect([await bookedOf(inOrder), await bookedOf(otherwise)]).toEqual([['/credited', '/returned'], []]);
    expect(await discrepanciesOf([inOrder, otherwise])).toEqual([]);
  });

  test('that speak of orders we never sent, or of nothing of ours, are discrepancies, each once', async () => {
    const [waiting] = (await orders(1, { state: 'checked' })) as [string];
    const foreign = '339901-XYZ-1';
    const lines = [line('credited', waiting), line('credited', foreign), line('accepted', 'ELSEWHERE')];
    bank.report('odd', lines);
    await collect();
    bank.report('odd-again', [...lines, line('credited', foreign)]);
    await collect();
    expect(await effectsOf([waiting, foreign])).toEqual(['neverSent', 'foreign', 'neverSent', 'foreign', 'foreign']);
    expect(await discrepanciesOf([waiting, foreign, 'ELSEWHERE'])).toMatchObject([
      { kind: 'foreign', countyCode: '339901', reference: waiting, ourFen: 70_000n, bankFen: 70_000n },
      { kind: 'foreign', countyCode: '339901', reference: foreign, ourFen: null },
      { kind: 'foreign', countyCode: '', reference: 'ELSEWHERE' },
    ]);
    expect([await statesOf([waiting]), await bookedOf(waiting)]).toEqual([['checked'], []]);
    // The bank may have paid it: nothing of the case leaves until somebody has looked.
    expect(await county.db.hold.count({ where: { kind: 'case', subject: caseOf(waiting), liftedAt: null } })).toBe(1);
  });

  test('with another amount post nothing, and the order becomes a question until the bank puts it right', async () => {
    const [wrong, final] = (await orders(2)) as [string, string];
    bank.report('right', [line('credited', final)]);
    await collect();
    bank.report('wrong', [line('credited', wrong, { amountFen: 1 }), line('credited', final, { amountFen: 1 })]);
    await collect();
    expect(await statesOf([wrong, final])).toEqual(['unknown', 'credited']);
    expect(await discrepanciesOf([wrong])).toMatchObject([{ kind: 'amountDiffers', ourFen: 70_000n, bankFen: 1n }]);
    expect(await discrepanciesOf([final])).toHaveLength(1);
    bank.report('corrected', [line('credited', wrong)]);
    await collect();
    expect([await statesOf([wrong]), await bookedOf(wrong)]).toEqual([['credited'], ['/credited']]);
  });

  test('that end the bank’s silence settle what was raised about it', async () => {
    const [late] = (await orders(1, { state: 'unknown' })) as [string];
    const silent = { kind: 'silent', cause: `silent/${late}`, countyCode: '339901', reference: late } as const;
    await county.db.discrepancy.create({ data: silent });
    bank.report('late', [line('credited', late)]);
    await collect();
    expect(await discrepanciesOf([late])).toMatchObject([{ settlement: 'BANK_GAVE_ITS_WORD', settledById: null }]);
  });

  describe('of money that comes back after it was credited', () => {
    const credit = async (running: boolean) => {
      const [reference] = (await orders(1, { running })) as [string];
      bank.report(`credit-${reference}`, [line('credited', reference)]);
      await collect();
      return reference;
    };
    const comeBack = async (reference: string, bookedAt = '2026-03-05T02:00:00.000Z') => {
      bank.report(`back-${reference}-${bookedAt}`, [line('returned', reference, { bookedAt })]);
      await collect();
    };
    const caseRow = (reference: string) => county.db.case.findUniqueOrThrow({ where: { caseNo: caseOf(reference) } });

    test('compensate what was booked, and open the closed case again', async () => {
      const reference = await credit(false);
      await comeBack(reference);
      expect(await bookedOf(reference)).toEqual(['/credited', '/returned']);
      expect(await commitmentOf(reference)).toBe('committed');
      expect(await caseRow(reference)).toMatchObject({ running: true, stage: 'accountCorrection' });
      expect((await caseRow(reference)).reopenedAt).not.toBeNull();
      const { input } = await county.db.paymentReturn.findUniqueOrThrow({ where: { reference } });
      expect(input).toMatchObject({ strand: 'return', reference, nextAttempt: 2, firstSeq: 1, amountFen: ORDER_FEN });
      // What is opened knows it from the start.
      expect((await paymentOf(reference)).untold).toBe(false);
    });

    test('tell an open case, which is not opened twice', async () => {
      const reference = await credit(true);
      await comeBack(reference);
      expect(await paymentOf(reference)).toMatchObject({ state: 'returned', untold: true });
      expect(await county.db.paymentReturn.count({ where: { reference } })).toBe(0);
    });

    test('dated before the credit, take the money back and stop the case until somebody has asked the bank', async () => {
      const reference = await credit(false);
      await comeBack(reference, '2026-03-01T02:00:00.000Z');
      expect(await statesOf([reference])).toEqual(['returned']);
      expect(await discrepanciesOf([reference])).toMatchObject([{ kind: 'contradicts' }]);
      expect(await county.db.hold.count({ where: { subject: caseOf(reference), liftedAt: null } })).toBe(1);
    });

    test('are booked once, however often it is said', async () => {
      const reference = await credit(false);
      await comeBack(reference);
      await comeBack(reference, '2026-03-06T02:00:00.000Z');
      expect(await bookedOf(reference)).toEqual(['/credited', '/returned']);
      expect(await county.db.paymentReturn.count({ where: { reference } })).toBe(1);
    });
  });

  test('that are statements are kept by their day, and post nothing', async () => {
    const [sent] = (await orders(1)) as [string];
    bank.report('day', [line('credited', sent)], { kind: 'statement', date: '2026-03-02' });
    await collect();
    expect(await county.db.bankFile.findFirstOrThrow({ where: { name: 'day' } })).toMatchObject({
      ...{ kind: 'statement', date: '2026-03-02', lines: 1, sumFen: 70_000n, posted: 0 },
    });
    expect(await statesOf([sent])).toEqual(['sent']);
  });

  test('that do not fit are told to finance and the supervisors, many in one letter, once', async () => {
    await tellDiscrepancies(county.swept(), 50);
    const { db, keyring } = county;
    const letters = () => db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: 'discrepancies/339901/' } } });
    const told = await letters();
    const officials = await db.official.count({
      where: { areaCode: '339901', roles: { hasSome: ['paymentReviewer', 'countySupervisor'] }, active: true },
    });
    expect(told).toHaveLength(officials);
    expect(openMessage(keyring, told[0]!).text).toMatch(/金额不一致\d+项.*请登录/su);
    await tellDiscrepancies(county.swept(), 50);
    expect(await letters()).toHaveLength(officials);
  });
});
