import { describe, expect, test } from '@jest/globals';
import { stagesAhead, type WayFacts, wayOf } from '../../domain/rules/case-way.js';
import type { Stage } from '../../domain/rules/stages.js';

const PLAIN: WayFacts = { workflow: 'directProject', paidAfterAcceptance: false };
const PAYMENT = ['paymentPreparation', 'paymentReview', 'bankTransfer'];

describe('what is still to come of a case', () => {
  const way = wayOf(PLAIN);
  const until = (stage: Stage) => way.slice(0, way.indexOf(stage) + 1);

  test('is what lies behind the stage where it is', () => {
    expect(stagesAhead(way, 'submitted', [])).toEqual(way);
    expect(stagesAhead(way, 'projectApproval', until('projectApproval'))).toEqual([
      ...['noticePosting', 'publicNotice'],
      ...PAYMENT,
    ]);
    expect(stagesAhead(way, 'bankTransfer', way)).toEqual([]);
  });

  test('is begun again with the stage that asked for a correction, and not with one that is only waited for', () => {
    const verified = until('townshipVerification');
    expect(stagesAhead(way, 'correction', [...verified, 'correction'])[0]).toBe('townshipVerification');
    expect(stagesAhead(way, 'promisedPapers', [...verified, 'promisedPapers'])[0]).toBe('projectApproval');
    expect(stagesAhead(way, 'objectionHearing', until('publicNotice'))).toEqual(PAYMENT);
    expect(stagesAhead(way, 'accountCorrection', [...way, 'accountCorrection'])).toEqual(PAYMENT);
  });

  test('is not promised to who was refused', () => {
    for (const stage of ['refused', 'internalReview', 'closed'] as const)
      expect(stagesAhead(way, stage, until('projectApproval'))).toEqual([]);
  });

  test('knows the first of two payments from the second', () => {
    const moving = wayOf({ ...PLAIN, workflow: 'relocation', housing: { firstInstalmentBasisPoints: 5_000 } });
    const first = moving.slice(0, moving.indexOf('bankTransfer') + 1);
    expect(stagesAhead(moving, 'bankTransfer', first)).toEqual([
      ...['movingIn', 'movingInInspection', 'oldHomestead', 'homesteadInspection'],
      ...PAYMENT,
    ]);
    expect(stagesAhead(moving, 'accountCorrection', first).slice(0, 3)).toEqual(PAYMENT);
    expect(stagesAhead(moving, 'paymentReview', moving)).toEqual(['bankTransfer']);
  });

  test('of a house is other than its renovation, where there is another roof', () => {
    const ahead = (otherHousing?: 'rented' | 'free') => {
      const other = wayOf({ ...PLAIN, workflow: 'renovation', otherHousing });
      return stagesAhead(other, 'publicNotice', other);
    };
    expect(ahead()).toEqual(['worksStart', 'worksAcceptance', ...PAYMENT]);
    expect(ahead('rented')).toEqual(['otherHousing', ...PAYMENT]);
    expect(ahead('free')).toEqual(['otherHousing']);
  });
});
