import { describe, expect, test } from '@jest/globals';
import { reasonsFor } from '../../domain/rules/reasons.js';
import { type Stage, STAGES, stageRule, type Verdict } from '../../domain/rules/stages.js';

const AGAINST: readonly Verdict[] = ['return', 'refuse', 'rectify', 'dismiss', 'uphold', 'overturn', 'close'];
const decisions = (Object.keys(STAGES) as Stage[]).flatMap((stage) =>
  stageRule(stage).verdicts.map((verdict) => [stage, verdict] as const),
);

describe('Reasons', () => {
  test.each(decisions.filter(([, verdict]) => AGAINST.includes(verdict)))('are there for %s: %s', (stage, verdict) => {
    expect(reasonsFor(stage, verdict)).not.toEqual([]);
  });

  test('belong to the stages at which they can be found out', () => {
    const refusals = reasonsFor('initialCheck', 'refuse');
    expect(refusals).toContain('NOT_ELIGIBLE');
    for (const later of ['NOT_ACCEPTED', 'OBJECTION_JUSTIFIED', 'NOT_FOUND_ON_SITE'])
      expect(refusals).not.toContain(later);
    expect(reasonsFor('initialCheck', 'return')).not.toContain('PAYMENT_DETAILS_WRONG');
    expect(reasonsFor('paymentReview', 'return')).toEqual(['PAYMENT_DETAILS_WRONG']);
    expect(reasonsFor('townshipVerification', 'amend')).toEqual([]);
    expect(reasonsFor('objectionHearing', 'amend')).toEqual(['OBJECTION_JUSTIFIED']);
    expect(reasonsFor('acceptanceInspection', 'rectify')).toEqual(['NOT_ACCEPTED']);
  });
});
