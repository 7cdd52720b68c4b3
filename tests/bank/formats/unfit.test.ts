import { describe, expect, test } from '@jest/globals';
import type { TransferOrder } from '../../../bank/bank.js';
import { iso20022Format } from '../../../bank/formats/iso20022/format.js';
import { OrderUnfit } from '../../../bank/order-unfit.js';
import { newOrder } from '../orders.js';
import { DEBTORS } from './debtors.js';

const format = iso20022Format(DEBTORS);

function refusal(changes: Partial<TransferOrder>): unknown {
  const batch = { batchNo: '330127-B20261123-1', countyCode: '330127', createdAt: '2026-11-23T09:00:00.000Z' };
  try {
    return format.fileOf({ ...batch, orders: [newOrder(), newOrder({ reference: 'P2', ...changes })] });
  } catch (error) {
    return error;
  }
}

describe('ISO 20022: an order that the message has no room for is refused by its field, never cut', () => {
  test.each([
    ['a name beyond 140 letters', { payeeName: '王'.repeat(141) }, 'payeeName', 'tooLong'],
    ['a reference beyond 35', { reference: 'R'.repeat(36) }, 'reference', 'tooLong'],
    ['an account beyond 34 digits', { payeeAccount: '6'.repeat(35) }, 'payeeAccount', 'tooLong'],
    ['no bank', { payeeBank: '' }, 'payeeBank', 'empty'],
    ['a line break in a remark', { remark: '补助\n二' }, 'remark', 'controlCharacter'],
    ['half a character', { payeeName: '王\ud842' }, 'payeeName', 'controlCharacter'],
  ] as const)('%s', (_what, changes, field, why) => {
    const error = refusal(changes);
    expect(error).toBeInstanceOf(OrderUnfit);
    expect(error).toMatchObject({ field, why });
  });

  test('what is wrong is said without the name or the account of anybody', () => {
    const { message } = refusal({ payeeName: '王小明\t' }) as OrderUnfit;
    expect(message).toBe(
      'The field payeeName of the order P2 has a control character: it cannot be written for the bank.',
    );
  });

  test('a county that has no account in the configuration is said by its code', () => {
    const batch = { batchNo: '1', countyCode: '330000', createdAt: '2026-11-23T09:00:00.000Z', orders: [newOrder()] };
    expect(() => format.fileOf(batch)).toThrow('no account of the county 330000');
  });
});
