import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { incompleteness } from '../../domain/rules/act-completeness.js';
import { rentAmiss } from '../../domain/rules/rent.js';
import { type Stage, STAGES, stageRule, type Verdict } from '../../domain/rules/stages.js';
import type { Act } from '../../domain/schemas/act.js';

const by = { id: 'official-1', role: 'countyChecker' } as const;
const words = { ref: 'words-1', sha256: 'ab'.repeat(32) };
const grounds = {
  ...{ reasonCode: 'EVIDENCE_LACKING', words, quantity: 5, papers: ['cd'.repeat(32)], score: 0 },
  settlement: { way: 'money' } as const,
};
const possible = (Object.keys(STAGES) as Stage[]).flatMap((stage) =>
  stageRule(stage).verdicts.map((verdict) => [stage, verdict] as const),
);
const act = (stage: Stage, verdict: Verdict, more: Partial<Act> = {}): Act => ({ stage, by, verdict, ...more });

describe('An act', () => {
  test.each(possible)('at %s, %s, is complete with all its grounds', (stage, verdict) => {
    expect(incompleteness(act(stage, verdict, grounds))).toBeUndefined();
  });

  test.each(['return', 'refuse', 'rectify', 'dismiss', 'uphold', 'overturn', 'close'] as const)(
    'against somebody (%s) gives a reason, by its code and in words',
    (verdict) => {
      const [stage] = possible.find(([, known]) => known === verdict)!;
      expect(incompleteness(act(stage, verdict, { words }))).toBe('REASON_MISSING');
      expect(incompleteness(act(stage, verdict, { reasonCode: 'EVIDENCE_LACKING' }))).toBe('REASON_MISSING');
      expect(incompleteness(act(stage, verdict, { reasonCode: 'EVIDENCE_LACKING', words }))).toBeUndefined();
    },
  );

  test('for a long lease says for how many months its rent is paid, where the programme pays one; no other does', () => {
    const rent = { minimum: 12, maximum: 60 };
    const leased = (more: Partial<Act>) =>
      act('housingApproval', 'houseOtherwise', { reasonCode: 'LONG_LEASE', ...more });
    const answers = [{}, { rentMonths: 11 }, { rentMonths: 61 }, { rentMonths: 12, reasonCode: 'PUBLIC_HOUSING' }];
    for (const more of answers) expect(rentAmiss(rent, leased(more))).toBe('RENT_MONTHS_UNFIT');
    expect(rentAmiss(rent, act('housingApproval', 'pass', { rentMonths: 12 }))).toBe('RENT_MONTHS_UNFIT');
    expect(rentAmiss(undefined, leased({ rentMonths: 12 }))).toBe('RENT_MONTHS_UNFIT');
    for (const rentMonths of [12, 60]) expect(rentAmiss(rent, leased({ rentMonths }))).toBeUndefined();
    expect(rentAmiss(rent, leased({ reasonCode: 'PUBLIC_HOUSING' }))).toBeUndefined();
    expect(rentAmiss(undefined, leased({}))).toBeUndefined();
  });

  test('in favour of somebody needs none', () => {
    expect(incompleteness(act('initialCheck', 'pass'))).toBeUndefined();
    expect(incompleteness(act('projectApproval', 'pass'))).toBeUndefined();
  });

  test.each([
    ['townshipVerification', 'amend'],
    ['objectionHearing', 'amend'],
    ['acceptanceInspection', 'pass'],
    ['houseAppraisal', 'pass'],
  ] as const)('at %s, %s, says how much', (stage, verdict) => {
    const { quantity: _, ...rest } = grounds;
    expect(incompleteness(act(stage, verdict, rest))).toBe('QUANTITY_MISSING');
    expect(incompleteness(act(stage, verdict, { ...rest, quantity: 0 }))).toBe('QUANTITY_MISSING');
  });

  test.each([
    ['townshipVerification', 'pass'],
    ['townshipVerification', 'amend'],
    ['noticePosting', 'posted'],
    ['publicNotice', 'takenDown'],
    ['acceptanceInspection', 'pass'],
    ['houseAppraisal', 'pass'],
    ['worksAcceptance', 'pass'],
    ['movingInInspection', 'pass'],
    ['homesteadInspection', 'pass'],
  ] as const)('on the spot (%s, %s) shows photographs', (stage, verdict) => {
    expect(incompleteness(act(stage, verdict, { ...grounds, papers: [] }))).toBe('PAPERS_MISSING');
  });

  test('that scores gives score and finding, and nothing is a score too', () => {
    const { score: _, ...unscored } = grounds;
    expect(incompleteness(act('performanceReview', 'scored', unscored))).toBe('SCORE_MISSING');
    expect(incompleteness(act('performanceReview', 'scored', { score: 80 }))).toBe('SCORE_MISSING');
    expect(incompleteness(act('performanceReview', 'scored', grounds))).toBeUndefined();
  });

  test('never becomes incomplete by saying more', () => {
    const parts = Object.keys(grounds) as (keyof typeof grounds)[];
    const pick = (chosen: readonly string[]) =>
      Object.fromEntries(Object.entries(grounds).filter(([part]) => chosen.includes(part)));
    fc.assert(
      fc.property(
        fc.constantFrom(...possible),
        fc.subarray(parts),
        fc.subarray(parts),
        ([stage, verdict], some, more) => {
          fc.pre(incompleteness(act(stage, verdict, pick(some))) === undefined);
          expect(incompleteness(act(stage, verdict, pick([...some, ...more])))).toBeUndefined();
        },
      ),
    );
  });
});
