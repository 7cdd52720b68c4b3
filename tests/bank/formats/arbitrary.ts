import fc from 'fast-check';
import type { BankReport, ReportLine, TransferBatch, TransferOrder } from '../../../bank/bank.js';

/** Names as people have them, and as nobody should: brackets, quotes, letters from beyond the first plane. */
const LETTERS = Array.from('张王李赵欧阳·Ab0 -_.&<>"\'()（）𠮷㐂é;:|,');
const text = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: Math.floor(most / 2) })
    .map((all) => all.join('').trim() || '王');

const digits = (least: number, most: number) => fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`));
const reference = fc
  .tuple(digits(6, 6), digits(6, 6), fc.integer({ min: 1, max: 99 }))
  .map(([serial, check, attempt]) => `330127-2026-${serial}-${check[0]}-P${attempt}`);
const amountFen = fc.oneof(fc.integer({ min: 1, max: 5_000_000 }), fc.constantFrom(1, 10, 99, 100, 100_000_001));
const instant = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString());

const order: fc.Arbitrary<TransferOrder> = fc.record({
  ...{ reference, amountFen, payeeName: text(60), payeeBank: text(60), remark: text(100) },
  payeeAccount: digits(8, 32),
});

export const batch: fc.Arbitrary<TransferBatch> = fc.record({
  batchNo: fc.integer({ min: 1, max: 99 }).map((n) => `330127-B20261123-${n}`),
  countyCode: fc.constant('330127'),
  createdAt: instant,
  orders: fc.uniqueArray(order, { minLength: 1, maxLength: 8, selector: (one) => one.reference }),
});

const REASONS = ['ACCOUNT_CLOSED', 'ACCOUNT_UNKNOWN', 'ACCOUNT_FROZEN', 'NAME_MISMATCH', 'MS03', '退回'] as const;
const booked: fc.Arbitrary<ReportLine> = fc.oneof(
  fc.record({ reference, amountFen, says: fc.constant('credited' as const), bookedAt: instant }),
  fc.record({
    ...{ reference, amountFen, says: fc.constant('returned' as const), bookedAt: instant },
    reasonCode: fc.constantFrom(...REASONS),
  }),
);
const accepted = fc.record({ reference, amountFen, says: fc.constant('accepted' as const), bookedAt: instant });

const lines = (line: fc.Arbitrary<ReportLine>, least = 1) => fc.array(line, { minLength: least, maxLength: 8 });
const batchNo = fc.constant('330127-B20261123-1');

/** What became of orders: some with accepted ones, some without. */
export const results: fc.Arbitrary<BankReport> = fc.oneof(
  fc.record({ kind: fc.constant('results' as const), batchNo, lines: lines(booked) }),
  fc.record({ kind: fc.constant('results' as const), batchNo, lines: lines(fc.oneof(booked, accepted)) }),
);

export const statement: fc.Arbitrary<BankReport> = fc.record({
  kind: fc.constant('statement' as const),
  date: fc.constantFrom('2026-01-31', '2026-02-28', '2026-12-31'),
  lines: lines(booked, 0),
});
