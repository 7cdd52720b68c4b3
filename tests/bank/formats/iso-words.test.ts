import { describe, expect, test } from '@jest/globals';
import { camt053, camt054, detail, entry, heardText, pain002, RETURNED, row } from './iso-words.js';

const DAY = '2026-11-22T16:00:00.000Z';
const REPORTED = '2026-11-23T10:00:00.000Z';

describe('pain.002: what the bank says of a file', () => {
  test.each([
    ['ACCP', 'accepted'],
    ['ACSP', 'accepted'],
    ['PDNG', 'accepted'],
    ['ACSC', 'credited'],
    ['ACCC', 'credited'],
    ['RJCT', 'returned'],
  ])('an order with %s is %s, from when the bank said so', (status, says) => {
    expect(pain002({ rows: [row('P1', '1200.00', status)] })).toEqual({
      kind: 'results',
      batchNo: '330127-B20261123-1',
      lines: [{ reference: 'P1', amountFen: 120_000, says, bookedAt: REPORTED }],
    });
  });

  test('a status that nobody agreed on is not guessed at', () => {
    expect(pain002({ rows: [row('P1', '1200.00', 'MAYB')] })).toBe('MALFORMED');
  });

  test('why an order was refused is told in our words, or else in those of the bank', () => {
    const rows = [row('P1', '1', 'RJCT', 'AC04'), row('P2', '1', 'RJCT', 'BE01'), row('P3', '1', 'RJCT', 'MS03')];
    expect(pain002({ rows })).toMatchObject({
      lines: [{ reasonCode: 'ACCOUNT_CLOSED' }, { reasonCode: 'NAME_MISMATCH' }, { reasonCode: 'MS03' }],
    });
  });

  test.each(['AM05', 'DUPL', 'DU04'])(
    'an order refused with %s, because the bank has it already, did not come back: nobody pays it again',
    (code) => {
      const report = pain002({ rows: [row('P1', '1', 'RJCT', code)] });
      expect(report).toMatchObject({ lines: [{ says: 'accepted' }] });
      expect(JSON.stringify(report)).not.toContain('reasonCode');
    },
  );

  test('an order named without its amount is told apart from those that have one', () => {
    const bare = row('P1', '1', 'ACSC').replace(/<OrgnlTxRef>.*<\/OrgnlTxRef>/s, '');
    const payment = '<OrgnlNbOfTxs>2</OrgnlNbOfTxs><OrgnlCtrlSum>9.00</OrgnlCtrlSum>';
    expect(pain002({ payment, rows: [bare, row('P2', '2', 'ACSC')] })).toMatchObject({
      unpriced: [{ reference: 'P1', says: 'credited', bookedAt: REPORTED }],
      lines: [{ reference: 'P2', amountFen: 200 }],
    });
  });

  test('an order without a status of its own has that of its payment information', () => {
    expect(pain002({ payment: '<PmtInfSts>ACSC</PmtInfSts>', rows: [row('P1', '1')] })).toMatchObject({
      lines: [{ says: 'credited' }],
    });
  });

  test.each([
    ['file', { group: '<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf>' }],
    ['payment information', { payment: '<PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf>' }],
  ])('a refusal of the whole %s is one word about the file: no order came back for it', (_what, levels) => {
    expect(pain002({ ...levels, rows: [row('P1', '1')] })).toMatchObject({ refusesFile: 'FF01', lines: [] });
  });

  test('of a file that is refused for one order, that order is told with its reason', () => {
    const rows = [row('P1', '1'), row('P2', '2', 'RJCT', 'AC04')];
    expect(pain002({ group: '<GrpSts>RJCT</GrpSts>', rows })).toMatchObject({
      refusesFile: 'RJCT',
      lines: [{ reference: 'P2', says: 'returned', reasonCode: 'ACCOUNT_CLOSED' }],
    });
  });

  test('a file refused because the bank has it already is not refused', () => {
    const report = pain002({ group: '<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>DU01</Cd></Rsn></StsRsnInf>' });
    expect(report).toEqual({ kind: 'results', batchNo: '330127-B20261123-1', lines: [] });
  });

  test('a file taken whole says nothing of its orders', () => {
    expect(pain002({ group: '<GrpSts>ACCP</GrpSts>' })).toMatchObject({ lines: [] });
  });

  test.each([
    ['more orders than the file had', '<OrgnlNbOfTxs>1</OrgnlNbOfTxs>'],
    ['another sum than the file had', '<OrgnlNbOfTxs>2</OrgnlNbOfTxs><OrgnlCtrlSum>4.00</OrgnlCtrlSum>'],
    [
      'fewer refusals than it counts',
      '<NbOfTxsPerSts><DtldNbOfTxs>2</DtldNbOfTxs><DtldSts>RJCT</DtldSts></NbOfTxsPerSts>',
    ],
  ])('a report with %s is not whole', (_what, payment) => {
    const rows = [row('P1', '1', 'ACSC'), row('P2', '2', 'RJCT')];
    expect(pain002({ payment, rows })).toBe('TRUNCATED');
  });

  test.each(['1.005', '-1', '1e3', '', '90071992547409.93'])('an amount of %p is none', (yuan) => {
    expect(pain002({ rows: [row('P1', yuan, 'ACSC')] })).toBe('MALFORMED');
  });

  test.each([
    ['1', 100],
    ['1.5', 150],
    ['1.50000', 150],
    ['.5', 50],
    ['+0012.30', 1230],
  ])('%s yuan are %d fen', (yuan, fen) => {
    expect(pain002({ rows: [row('P1', yuan, 'ACSC')] })).toMatchObject({ lines: [{ amountFen: fen }] });
  });
});

describe('camt.054: what was booked', () => {
  test('a debit is the credit of an order, on the day of its booking', () => {
    expect(camt054(entry({ way: 'DBIT', yuan: '12.30', details: detail('P1', '12.30') }))).toEqual({
      kind: 'results',
      lines: [{ reference: 'P1', amountFen: 1230, says: 'credited', bookedAt: DAY }],
    });
  });

  test('a debit booked for many orders is the credit of each', () => {
    const details = detail('P1', '1.00') + detail('P2', '2.00');
    expect(camt054(entry({ way: 'DBIT', yuan: '3.00', details }))).toMatchObject({
      lines: [
        { reference: 'P1', amountFen: 100 },
        { reference: 'P2', amountFen: 200 },
      ],
    });
  });

  test('a booking whose details do not come to its amount is not whole', () => {
    expect(camt054(entry({ way: 'DBIT', yuan: '3.00', details: detail('P1', '1.00') }))).toBe('TRUNCATED');
  });

  test('a booking that counts more details than there are is not whole', () => {
    const details = `<Btch><NbOfTxs>2</NbOfTxs></Btch>${detail('P1', '1.00')}`;
    expect(camt054(entry({ way: 'DBIT', yuan: '1.00', details }))).toBe('TRUNCATED');
  });

  test('a credit with a reason to return is an order that came back', () => {
    expect(camt054(entry({ way: 'CRDT', yuan: '1.00', details: detail('P1', '1.00', RETURNED) }))).toMatchObject({
      lines: [{ reference: 'P1', says: 'returned', reasonCode: 'ACCOUNT_CLOSED' }],
    });
  });

  test('money that comes to the account otherwise is about no order', () => {
    expect(camt054(entry({ way: 'CRDT', yuan: '1.00', details: detail('ALLOTMENT', '1.00') }))).toMatchObject({
      lines: [],
    });
  });

  test('what is only expected is not booked', () => {
    expect(camt054(entry({ way: 'DBIT', yuan: '1.00', status: 'PDNG' }))).toMatchObject({ lines: [] });
  });

  test('money in another currency is not ours', () => {
    expect(camt054(entry({ way: 'DBIT', yuan: '1.00', currency: 'USD' }))).toBe('MALFORMED');
  });
});

describe('camt.053: the statement of a day', () => {
  const debit = entry({ way: 'DBIT', yuan: '3.00', details: detail('P1', '3.00') });

  test('its date is that of its closing balance', () => {
    expect(camt053('10.00', '7.00', [debit])).toMatchObject({
      kind: 'statement',
      date: '2026-11-23',
      lines: [{ reference: 'P1' }],
    });
  });

  test('what moved without an order of ours is there under the name the bank gives it', () => {
    const charge = entry({ way: 'DBIT', yuan: '0.50' });
    expect(camt053('10.00', '6.50', [debit, charge])).toMatchObject({
      lines: [{ reference: 'P1' }, { reference: 'BANK-7', amountFen: 50 }],
    });
  });

  test('a statement whose entries do not lead from its opening to its closing balance is not whole', () => {
    expect(camt053('10.00', '6.50', [debit])).toBe('TRUNCATED');
  });

  test('one page of several is not a statement', () => {
    const page = '<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>';
    expect(camt053('10.00', '7.00', [debit], page)).toBe('MALFORMED');
  });
});

describe('XML that is no message', () => {
  const bomb = `<!DOCTYPE d [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>`;
  const message = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>';
  const end = '</BkToCstmrDbtCdtNtfctn></Document>';

  test.each([
    ['nothing', ''],
    ['text', 'OK'],
    ['HTML', '<!DOCTYPE html><html><body>Service unavailable</body></html>'],
    ['entities that grow', `${bomb}${message}&b;${end}`],
    [
      'a file of the machine as an entity',
      `<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/hostname">]>${message}&f;${end}`,
    ],
    ['a DTD that does nothing', `<!DOCTYPE Document>${message}${end}`],
    ['an entity that nobody declared', `${message}&nbsp;${end}`],
    ['a bare ampersand', `${message} & ${end}`],
    ['another encoding', `<?xml version="1.0" encoding="GB18030"?>${message}${end}`],
    ['two documents', `${message}${end}${message}${end}`],
    ['another message', message.replaceAll('camt.054', 'camt.052') + end],
    ['no namespace', `<Document><BkToCstmrDbtCdtNtfctn>${end}`],
  ])('%s is malformed', (_what, text) => {
    expect(heardText(text)).toBe('MALFORMED');
  });

  test('without it the message is one', () => {
    expect(heardText(message + end)).toEqual({ kind: 'results', lines: [] });
  });

  test('a prefix is as good as none', () => {
    const prefixed = (message + end)
      .replaceAll('</', '</m:')
      .replace('<Document xmlns=', '<m:Document xmlns:m=')
      .replace('<Bk', '<m:Bk');
    expect(heardText(prefixed)).toEqual({ kind: 'results', lines: [] });
  });
});
