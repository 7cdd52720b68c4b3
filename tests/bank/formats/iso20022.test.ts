import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type BankReport, ReportUnreadable } from '../../../bank/bank.js';
import { iso20022Format } from '../../../bank/formats/iso20022/format.js';
import { iso20022Side } from '../../../bank/simulator/iso20022/side.js';
import { batch, results, statement } from './arbitrary.js';
import { DEBTORS } from './debtors.js';
import { type Judge, type Message, openSchemas } from './iso-schemas.js';

const format = iso20022Format(DEBTORS);
const bank = iso20022Side(DEBTORS);
const reports = fc.oneof(results, statement);

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const messageOf = (bytes: Uint8Array) => /xsd:([a-z]{4}(?:\.\d+)+)/.exec(textOf(bytes))?.[1] as Message;
const readAgain = (report: BankReport) => format.readReport('report.xml', bank.writeReport(report));

function refusalOf(bytes: Uint8Array): string {
  try {
    format.readReport('report.xml', bytes);
  } catch (error) {
    return error instanceof ReportUnreadable ? error.code : String(error);
  }
  return 'read';
}

describe('ISO 20022: what is written is what is read', () => {
  test('the bank reads the orders as they were ordered, in every character', () => {
    fc.assert(
      fc.property(batch, (orders) => {
        const file = format.fileOf(orders);
        expect(bank.readOrders(file.name, file.bytes)).toEqual(orders);
      }),
    );
  });

  test('the same batch gives the same bytes', () => {
    fc.assert(fc.property(batch, (orders) => expect(format.fileOf(orders)).toEqual(format.fileOf(orders))));
  });

  test('a report is read as the bank meant it', () => {
    fc.assert(fc.property(reports, (report) => expect(readAgain(report)).toEqual(report)));
  });

  test('a report that breaks off anywhere counts for nothing', () => {
    fc.assert(
      fc.property(reports, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (report, part) => {
        const bytes = bank.writeReport(report);
        const end = textOf(bytes).trimEnd().length;
        const cut = new TextEncoder().encode(textOf(bytes).slice(0, Math.floor(end * part)));
        expect(refusalOf(cut)).toBe('MALFORMED');
      }),
    );
  });

  test.each([
    [
      'order that was credited or sent back',
      /<TxInfAndSts><OrgnlEndToEndId>[^<]*<\/OrgnlEndToEndId><TxSts>(?!ACSP).*?<\/TxInfAndSts>/,
    ],
    ['entry', /<Ntry>.*?<\/Ntry>/],
  ])('a report without one %s is not whole', (_what, row) => {
    fc.assert(
      fc.property(reports, (report) => {
        const text = textOf(bank.writeReport(report));
        fc.pre(row.test(text));
        expect(refusalOf(new TextEncoder().encode(text.replace(row, '')))).toBe('TRUNCATED');
      }),
    );
  });
});

describe('ISO 20022: by the official schemas', () => {
  let judge: Judge;
  beforeAll(async () => {
    judge = await openSchemas();
  });

  test('every file of orders is a valid pain.001.001.09', () => {
    fc.assert(
      fc.property(batch, (orders) => expect(judge('pain.001.001.09', format.fileOf(orders).bytes)).toEqual([])),
    );
  });

  test('the reports of the simulated bank are valid as well', () => {
    const seen = new Set<Message>();
    fc.assert(
      fc.property(reports, (report) => {
        const bytes = bank.writeReport(report);
        seen.add(messageOf(bytes));
        expect(judge(messageOf(bytes), bytes)).toEqual([]);
      }),
    );
    expect(seen).toEqual(new Set(['pain.002.001.12', 'camt.053.001.08', 'camt.054.001.08']));
  });

  test('a schema does object where a total is no number', () => {
    const [one] = fc.sample(batch, 1);
    const text = textOf(format.fileOf(one!).bytes).replace(/<CtrlSum>[^<]*/, '<CtrlSum>many');
    expect(judge('pain.001.001.09', new TextEncoder().encode(text))).toEqual([expect.stringContaining('CtrlSum')]);
  });
});
