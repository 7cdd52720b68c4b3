import { describe, expect, test } from '@jest/globals';
import { checkSetOffs } from '../../proof/checks/set-offs.js';
import { beginning, fold } from '../../proof/story.js';

describe('What a case kept back for claims', () => {
  const claims = [{ caseNo: 'B', amountFen: 300 }];
  const story = fold(beginning(1, 1_000), 'case', { seq: 1, at: 0, kind: 'setOff', reference: 'A-P1', claims });
  const row = { reference: 'A-P1', claim: 'B', spentFen: 300, receivedFen: 300 };

  test('fits where ledger and claim have it', () => {
    expect(checkSetOffs({ setOffs: [row] }, story)).toEqual([]);
  });

  test.each([
    ['the ledger has another amount', { ...row, spentFen: 299 }, '299'],
    ['less came in under the claim', { ...row, receivedFen: 200 }, '200'],
    ['nothing came in under the claim', { ...row, receivedFen: null }, '—'],
  ])('is a finding where %s', (_, found, text) => {
    const finding = { kind: 'ledgerDiffers', subject: 'A-P1/B', proved: '300', found: text };
    expect(checkSetOffs({ setOffs: [found] }, story)).toEqual([finding]);
  });

  test('is a finding where the records have what the history has not, or nothing of it', () => {
    expect(checkSetOffs({ setOffs: [row] }, beginning(1, 1_000))).toHaveLength(2);
    expect(checkSetOffs({ setOffs: [] }, story)).toHaveLength(2);
  });

  test('is not looked for in packs of before there were set-offs', () => {
    expect(checkSetOffs({}, beginning(1, 1_000))).toEqual([]);
  });
});
