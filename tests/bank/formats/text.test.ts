import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type BankReport, ReportUnreadable, type TransferBatch, type TransferOrder } from '../../../bank/bank.js';
import { encode, unfitFor } from '../../../bank/formats/text/encoding.js';
import { textFormat } from '../../../bank/formats/text/format.js';
import { type TextLayout, textLayout } from '../../../bank/formats/text/layout.js';
import { OrderUnfit } from '../../../bank/order-unfit.js';
import { textSide } from '../../../bank/simulator/text/side.js';
import { newOrder } from '../orders.js';
import { batch, results, statement } from './arbitrary.js';
import { LAYOUTS, RAW } from './layouts.js';

const NAMES = { results: 'results-1.txt', statement: 'DZ-20261123.txt' };
const BATCH = { batchNo: '330127-B20261123-1', countyCode: '330127', createdAt: '2026-11-23T17:00:00.000Z' };
const bars = LAYOUTS[0]![1];
const commas = LAYOUTS[1]![1];

/** The same orders without what the file has no room for. */
function fitting(layout: TextLayout, orders: TransferBatch): TransferBatch {
  const fit = (text: string) =>
    Array.from(text)
      .filter((letter) => unfitFor(layout, letter) === undefined)
      .join('')
      .trim() || '王';
  const fitted = ({ payeeName, payeeBank, remark, ...order }: TransferOrder): TransferOrder => ({
    ...{ ...order, payeeName: fit(payeeName), payeeBank: fit(payeeBank), remark: fit(remark) },
  });
  return { ...orders, createdAt: '1970-01-01T00:00:00.000Z', orders: orders.orders.map(fitted) };
}

/** Reasons that a file has no room for are no bank's. */
const writable = fc
  .oneof(results, statement)
  .map((report): BankReport => JSON.parse(JSON.stringify(report).replaceAll('退回', 'E777')) as BankReport);

function outcome(layout: TextLayout, name: string, bytes: Uint8Array): BankReport | string {
  try {
    return textFormat(layout).readReport(name, bytes);
  } catch (error) {
    return error instanceof ReportUnreadable ? error.code : String(error);
  }
}

describe.each(LAYOUTS)('Text files, %s', (_what, layout) => {
  const format = textFormat(layout);
  const bank = textSide(layout);

  test('the bank reads the orders as they were ordered', () => {
    fc.assert(
      fc.property(batch, (orders) => {
        const fit = fitting(layout, orders);
        const file = format.fileOf(fit);
        expect(bank.readOrders(file.name, file.bytes)).toEqual(fit);
      }),
    );
  });

  test('a report is read as the bank meant it', () => {
    fc.assert(
      fc.property(writable, (report) => {
        expect(outcome(layout, NAMES[report.kind], bank.writeReport(report))).toEqual(
          'batchNo' in report && layout.results.control.columns.includes('batchNo')
            ? report
            : { ...report, batchNo: undefined },
        );
      }),
    );
  });

  test('a report that breaks off anywhere counts for nothing', () => {
    fc.assert(
      fc.property(writable, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (report, part) => {
        const bytes = bank.writeReport(report);
        const cut = bytes.slice(0, Math.floor(bytes.length * part));
        expect(outcome(layout, NAMES[report.kind], cut)).toMatch(/^(TRUNCATED|MALFORMED)$/);
      }),
    );
  });

  test('a report without one of its lines is not whole', () => {
    fc.assert(
      fc.property(writable, fc.nat(), (report, which) => {
        fc.pre(report.lines.length > 0);
        const lines = report.lines.toSpliced(which % report.lines.length, 1);
        const [whole, less] = [report, { ...report, lines }].map((one) => bank.writeReport(one));
        const place = (report.kind === 'statement' ? layout.statement! : layout.results).control.place;
        expect(outcome(layout, NAMES[report.kind], withControlOf(layout, less!, whole!, place))).toBe('TRUNCATED');
      }),
    );
  });
});

/** The lines of one file with the control line of another. */
function withControlOf(layout: TextLayout, file: Uint8Array, other: Uint8Array, place: 'first' | 'last'): Uint8Array {
  const [lines, others] = [file, other].map((bytes) => new TextDecoder(layout.encoding).decode(bytes).split('\n'));
  const index = place === 'first' ? 0 : -2;
  return encode(layout, lines!.with(index, others!.at(index)!).join('\n'));
}

describe('Text files as they are agreed on', () => {
  const orders = [newOrder({ reference: 'P1', amountFen: 120_050 }), newOrder({ reference: 'P2', amountFen: 7 })];

  test('bars, yuan, the totals last', () => {
    const { name, bytes } = textFormat(bars).fileOf({ ...BATCH, orders });
    expect(name).toBe('330127-B20261123-1.txt');
    expect(new TextDecoder().decode(bytes)).toBe(
      '1|P1|6200000000000009999|示例户|示例农商银行|1200.50|CNY|产业帮扶项目补助\n' +
        '2|P2|6200000000000009999|示例户|示例农商银行|0.07|CNY|产业帮扶项目补助\n' +
        'END|2|1200.57\n',
    );
  });

  test('GB 18030, fen, the totals first with the day of Shanghai', () => {
    const { name, bytes } = textFormat(commas).fileOf({ ...BATCH, orders: orders.slice(1) });
    expect(name).toBe('330127-B20261123-1.dat');
    expect(Buffer.from(bytes).toString('latin1')).toContain('\xca\xbe\xc0\xfd\xbb\xa7'); // 示例户
    expect(new TextDecoder('gb18030').decode(bytes)).toBe(
      '330127-B20261123-1,20261124,1,7\r\n6200000000000009999,示例户,7,产业帮扶项目补助,P2,示例农商银行\r\n',
    );
  });

  test.each([
    ['a day', '20261123', '2026-11-22T16:00:00.000Z'],
    ['a time of Shanghai', '20261123093000', '2026-11-23T01:30:00.000Z'],
    ['an instant', '2026-11-23T01:30:00Z', '2026-11-23T01:30:00.000Z'],
  ])('%s is when a word was booked', (_what, time, bookedAt) => {
    const bytes = Buffer.from(`P1|12.00|99|E101|${time}\nEND|1|12.00|330127-B20261123-1\n`);
    expect(outcome(bars, 'r.txt', bytes)).toEqual({
      ...{ kind: 'results', batchNo: '330127-B20261123-1' },
      lines: [{ reference: 'P1', amountFen: 1200, says: 'returned', reasonCode: 'ACCOUNT_CLOSED', bookedAt }],
    });
  });

  test.each([
    ['a status that nobody agreed on', 'P1|12.00|55||20261123\nEND|1|12.00|\n', 'MALFORMED'],
    ['a day that there is not', 'P1|12.00|00||20261131\nEND|1|12.00|\n', 'MALFORMED'],
    ['parts of a fen', 'P1|12.005|00||20261123\nEND|1|12.00|\n', 'MALFORMED'],
    ['a line with a field too many', 'P1|12.00|00||20261123|x\nEND|1|12.00|\n', 'MALFORMED'],
    ['another sum', 'P1|12.00|00||20261123\nEND|1|12.01|\n', 'TRUNCATED'],
    ['no totals', 'P1|12.00|00||20261123\n', 'TRUNCATED'],
    ['nothing', '', 'TRUNCATED'],
  ])('a report with %s is not read', (_what, text, code) => {
    expect(outcome(bars, 'r.txt', Buffer.from(text))).toBe(code);
  });

  test('bytes that are no text in the encoding are malformed', () => {
    expect(outcome(commas, 'r.txt', Buffer.from([0x81, 0x20, 0xff, 0x0a]))).toBe('MALFORMED');
  });
});

describe('A field that a text file has no room for is refused by its name', () => {
  test.each([
    ['the delimiter', bars, { payeeName: '王|明' }, 'payeeName', 'delimiter'],
    ['a line break', bars, { remark: '一\r\n二' }, 'remark', 'controlCharacter'],
    ['nothing', bars, { payeeBank: '' }, 'payeeBank', 'empty'],
    ['a character that GBK does not have', LAYOUTS[2]![1], { payeeName: '𠮷' }, 'payeeName', 'notInEncoding'],
    ['half a character', commas, { payeeName: '\ud842' }, 'payeeName', 'controlCharacter'],
  ] as const)('%s', (_what, layout, changes, field, why) => {
    const write = () => textFormat(layout).fileOf({ ...BATCH, orders: [newOrder({ reference: 'P9', ...changes })] });
    expect(write).toThrow(OrderUnfit);
    expect(write).toThrow(expect.objectContaining({ reference: 'P9', field, why }));
  });

  test('GB 18030 holds every letter of every script', () => {
    const letters = Array.from({ length: 0x110000 - 0x20 }, (_, index) => String.fromCodePoint(index + 0x20));
    const missing = letters.filter((letter) => /\p{L}/u.test(letter) && unfitFor(commas, letter) !== undefined);
    expect(missing).toEqual([]);
  });
});

describe('A layout that no file could have is refused where it is wrong', () => {
  test.each([
    [
      'no column for the amount',
      { orders: { ...RAW.BARS.orders, columns: ['reference', 'payeeName', 'payeeAccount'] } },
      'orders.columns',
    ],
    [
      'no totals',
      { orders: { ...RAW.BARS.orders, control: { place: 'last', columns: ['count', 'date'] } } },
      'orders.control.columns',
    ],
    ['a letter as delimiter', { delimiter: 'x' }, 'delimiter'],
    [
      'a text with the delimiter in it',
      { orders: { ...RAW.BARS.orders, columns: [...RAW.BARS.orders.columns, { text: 'a|b' }] } },
      'orders.columns.8.text',
    ],
    [
      'no word of when',
      { results: { ...RAW.BARS.results, columns: ['reference', 'amount', 'status'] } },
      'results.columns',
    ],
    [
      'a status that is no word of a bank',
      { results: { ...RAW.BARS.results, statuses: { '00': 'paid' } } },
      'results.statuses.00',
    ],
    [
      'a statement without its day',
      { statement: { ...RAW.BARS.statement, control: { place: 'first', columns: ['count', 'sum'] } } },
      'statement.control.columns',
    ],
  ])('%s', (_what, changes, where) => {
    const paths = textLayout.safeParse({ ...RAW.BARS, ...changes }).error?.issues.map(({ path }) => path.join('.'));
    expect(paths).toContain(where);
  });
});
