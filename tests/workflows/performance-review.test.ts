import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FINDINGS } from '../../domain/schemas/outcome.js';
import { without } from './support/acts.js';
import { Hall } from './support/hall.js';
import { AMOUNT_FEN, commission } from './support/inputs.js';
import { approver, STAFF } from './support/people.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

describe('A performance review', () => {
  test.each(FINDINGS)('ends with its score and the finding %s', async (finding) => {
    const review = await hall.commission(commission());
    await review.comeTo('performanceReview');
    await review.act('performanceReview', 'scored', { reasonCode: finding, score: 61 });
    expect(await review.outcome()).toEqual({ kind: 'reviewed', finding, score: 61 });
    const recovery = finding === 'notUsed' ? [{ amountFen: AMOUNT_FEN }] : [];
    expect(review.all('recoveryOpened')).toMatchObject(recovery);
    expect(review.all('recoveryOpened')).toHaveLength(recovery.length);
  });

  test('waits half a year, and for nobody', async () => {
    const review = await hall.commission(commission());
    await review.untilStage('reviewAwaited');
    const waits = review.world.dueAt! - review.all('entered')[0]!.at;
    expect(waits).toBeGreaterThan(180 * 86_400_000);
    expect(await review.answerTo(review.complete('reviewAwaited', 'report'))).toBe('NOT_AWAITED');
    expect(await review.answerTo(review.complete('performanceReview', 'scored'))).toBe('STAGE_MOVED');
  });

  test('goes on without the report of the household', async () => {
    const review = await hall.commission(commission());
    await review.comeTo('reviewReport');
    await review.sleepUntilDue();
    await review.untilStage('performanceReview');
    expect(review.all('deadlinePassed')).toMatchObject([{ stage: 'reviewAwaited' }, { stage: 'reviewReport' }]);
  });

  test('is not made by whoever decided in the case', async () => {
    const [reviewer] = STAFF.performanceReview!;
    const decisions = [{ stage: 'projectApproval', officialId: approver.id, overturned: false }] as const;
    const review = await hall.commission(commission({ decisions, recused: [reviewer.id] }));
    await review.comeTo('performanceReview');
    const scored = review.complete('performanceReview', 'scored');
    expect(await review.answerTo({ ...scored, by: { ...approver, role: 'reviewer' } })).toBe('OWN_DECISION');
    expect(await review.answerTo(scored)).toBe('KIN');
  });

  test('asks what its programme says it looks at: the household, and whoever visits it, answer each', async () => {
    const review = await hall.commission(commission({ looksAt: 2 }));
    await review.comeTo('reviewReport');
    const report = review.complete('reviewReport', 'report');
    expect(await review.answerTo(report)).toBe('ANSWERS_MISSING');
    expect(await review.answerTo({ ...report, answers: ['yes'] })).toBe('ANSWERS_MISSING');
    await review.send({ ...report, answers: ['yes', 'partly'] });
    await review.untilStage('performanceReview');
    const scored = review.complete('performanceReview', 'scored', { reasonCode: 'partlyUsed', score: 60 });
    expect(await review.answerTo(scored)).toBe('ANSWERS_MISSING');
    expect(await review.answerTo({ ...scored, answers: ['yes', 'no', 'no'] })).toBe('ANSWERS_MISSING');
    expect(await review.answerTo(without({ ...scored, answers: ['yes', 'no'] }, 'words'))).toBe('WORDS_MISSING');
    await review.send({ ...scored, answers: ['yes', 'no'] });
    expect(await review.outcome()).toMatchObject({ kind: 'reviewed', score: 60 });
    expect(review.all('acted').map(({ act }) => act.answers)).toEqual([
      ['yes', 'partly'],
      ['yes', 'no'],
    ]);
  });

  test('that began before anything was asked is asked nothing more', async () => {
    const review = await hall.commission(commission());
    await review.comeTo('performanceReview');
    const scored = review.complete('performanceReview', 'scored');
    expect(await review.answerTo({ ...scored, answers: ['yes'] })).toBe('ANSWERS_MISSING');
    expect(await review.answerTo(scored)).toBe('accepted');
  });
});
