import { describe, expect, test } from '@jest/globals';
import { difference } from '../../cli/rehearsal/ending.js';
import { caseView } from './support/walked.js';

const PAID = { outcome: 'completed', finding: 'usedAsIntended', payments: ['returned', 'credited'] } as const;

describe('An ending and what its script says', () => {
  test('are the same when everything that the script names is as it says', () => {
    expect(difference(PAID, caseView(PAID))).toBeUndefined();
    expect(difference({ outcome: 'lapsed' }, caseView({ outcome: 'lapsed' }))).toBeUndefined();
  });

  test('differ in the outcome, the reason, the finding, the way of the payments', () => {
    expect(difference(PAID, caseView({ ...PAID, outcome: 'refused' }))).toContain('outcome');
    expect(difference(PAID, caseView({ ...PAID, finding: 'notUsed' }))).toContain('finding');
    expect(difference(PAID, caseView({ ...PAID, payments: ['credited'] }))).toContain('payments');
    const refused = { outcome: 'refused', reason: 'NOT_ACCEPTED' } as const;
    expect(difference(refused, caseView({ ...refused, reason: 'FALSE_CLAIM' }))).toContain('reason');
  });

  test('differ while the case has not ended', () => {
    expect(difference({ outcome: 'lapsed' }, caseView({}))).toContain('initialCheck');
  });

  test('differ when money was credited twice, not at all, or without a completed case', () => {
    const completed = { outcome: 'completed' } as const;
    expect(difference(completed, caseView({ ...completed, payments: ['credited', 'credited'] }))).toContain('credited');
    expect(difference(completed, caseView({ ...completed, payments: ['returned'] }))).toContain('credited');
    const withdrawn = { outcome: 'withdrawn' } as const;
    expect(difference(withdrawn, caseView({ ...withdrawn, payments: ['credited'] }))).toContain('credited');
  });
});
