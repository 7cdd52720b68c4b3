import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type EntitlementFacts, type EntitlementRule, whyEnded } from '../../domain/rules/entitlement-ends.js';
import { periodAfter, startOf } from '../../domain/rules/entitlement-periods.js';
import { periodOf } from '../../domain/rules/periods.js';

const RULE: EntitlementRule = { standings: ['registered', 'observation'], groups: ['dibao', 'lowIncome'] };
const HOUSE: EntitlementFacts = { standing: 'registered', group: 'dibao' };

describe('The periods of what is paid again and again', () => {
  test('follow one another: the month, the school term, the year', () => {
    expect(periodAfter('month', '2026-11')).toBe('2026-12');
    expect(periodAfter('month', '2026-12')).toBe('2027-01');
    expect(periodAfter('term', '2026-spring')).toBe('2026-autumn');
    expect(periodAfter('term', '2026-autumn')).toBe('2027-spring');
    expect(periodAfter('year', '2026')).toBe('2027');
  });

  test('leave no day without one, and none with two', () => {
    const days = fc.date({ min: new Date('2018-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom('month', 'term', 'year'), (day, frequency) => {
        const date = day.toISOString().slice(0, 10);
        const period = periodOf(frequency, date);
        expect(startOf(period) <= date).toBe(true);
        expect(date < startOf(periodAfter(frequency, period))).toBe(true);
      }),
    );
  });
});

describe('What is paid period after period', () => {
  test('goes on while the household is covered', () => {
    expect(whyEnded(HOUSE, RULE)).toBeUndefined();
    expect(whyEnded({ ...HOUSE, standing: 'observation' }, RULE)).toBeUndefined();
  });

  test('ends with the exit, but an interest subsidy goes on until the loan falls due', () => {
    expect(whyEnded({ ...HOUSE, standing: 'exited' }, RULE)).toBe('householdExited');
    expect(whyEnded({ ...HOUSE, standing: 'exited' }, { ...RULE, afterExit: 'untilDue' })).toBeUndefined();
  });

  test('does in observation what the programme says', () => {
    const watched = { ...HOUSE, standing: 'observation' as const };
    expect(whyEnded(watched, { ...RULE, inObservation: false })).toBe('underObservation');
    expect(whyEnded(watched, { ...RULE, standings: ['registered'], inObservation: true })).toBeUndefined();
  });

  test('of a person ends with his death, his leaving, his age', () => {
    const of = (status: 'present' | 'dead' | 'departed', age: number) => ({ ...HOUSE, person: { status, age } });
    expect(whyEnded(of('dead', 17), RULE)).toBe('personDied');
    expect(whyEnded(of('departed', 17), RULE)).toBe('personLeft');
    expect(whyEnded(of('present', 25), { ...RULE, untilAge: 25 })).toBe('ageReached');
    expect(whyEnded(of('present', 24), { ...RULE, untilAge: 25 })).toBeUndefined();
  });

  test('ends where the group is not covered any more', () => {
    expect(whyEnded({ ...HOUSE, group: 'dibaoMarginal' }, RULE)).toBe('groupNotCovered');
  });
});
