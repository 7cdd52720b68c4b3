import { describe, expect, test } from '@jest/globals';
import { fieldErrors } from '../../api/field-errors.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { Decision } from '../../domain/schemas/decision.js';

const DAY_MS = 86_400_000;
const today = shanghaiDate(Date.now());
const later = shanghaiDate(Date.now() + 2 * DAY_MS);

const wrongFields = (decision: object) => {
  const { error } = Decision.safeParse(decision, { reportInput: true });
  return error ? fieldErrors(error).map(({ field }) => field) : [];
};

describe('What was seen on the spot', () => {
  const visit = { visitedOn: today, site: '后山' };
  const words = '按实测面积核定';
  test.each([
    ['townshipVerification', 'pass'],
    ['townshipVerification', 'amend'],
    ['acceptanceInspection', 'pass'],
    ['acceptanceInspection', 'rectify'],
    ['acceptanceInspection', 'refuse'],
  ])('at %s, %s: the day of the visit and the site are said', (stage, verdict) => {
    expect(wrongFields({ stage, verdict, words })).toEqual(['visitedOn', 'site']);
    expect(wrongFields({ stage, verdict, words, ...visit })).toEqual([]);
  });

  test('another quantity than was asked for is found with a reason in words', () => {
    expect(wrongFields({ stage: 'townshipVerification', verdict: 'amend', ...visit })).toEqual(['words']);
  });

  test('is not asked for where a verifier returns or refuses what he need not visit', () => {
    expect(wrongFields({ stage: 'townshipVerification', verdict: 'return' })).toEqual([]);
  });

  test.each([
    { stage: 'townshipVerification', verdict: 'return', visitedOn: later },
    { stage: 'acceptanceInspection', verdict: 'pass', ...visit, visitedOn: later },
    { stage: 'performanceReview', verdict: 'scored', visitedOn: later },
  ])('was not seen in the future: $stage', (decision) => {
    expect(wrongFields(decision)).toEqual(['visitedOn']);
  });
});

describe('A posting', () => {
  test.each([
    ['noticePosting', 'posted'],
    ['publicNotice', 'takenDown'],
  ])('at %s has its day, not in the future, and its witness', (stage, verdict) => {
    expect(wrongFields({ stage, verdict })).toEqual(['onDay', 'witness']);
    expect(wrongFields({ stage, verdict, onDay: later, witness: '监委会委员' })).toEqual(['onDay']);
    expect(wrongFields({ stage, verdict, onDay: today, witness: '监委会委员' })).toEqual([]);
  });
});

describe('A decision without its stage, or with one that there is not', () => {
  test.each([{ verdict: 'pass' }, { stage: 'nowhere', verdict: 'pass' }])(
    'is answered with those there are',
    (body) => {
      const { error } = Decision.safeParse(body, { reportInput: true });
      expect(fieldErrors(error!)).toMatchObject([
        { field: 'stage', zh: expect.stringContaining('initialCheck、townshipVerification') },
      ]);
    },
  );
});
