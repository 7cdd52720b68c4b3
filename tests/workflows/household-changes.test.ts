import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { householdChanged } from '../../workflows/messages.js';
import { REASON } from './support/acts.js';
import { Hall } from './support/hall.js';
import { application, commission } from './support/inputs.js';
import { checker, helper } from './support/people.js';
import type { RunningCase } from './support/running-case.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

async function report(filed: RunningCase, changeId: string): Promise<void> {
  await filed.handle.signal(householdChanged, changeId);
  await filed.until(() => filed.all('changeReported').some((change) => change.changeId === changeId));
}

describe('A change in the household', () => {
  test('is looked at before anything is approved', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('projectApproval');
    await report(filed, 'change-1');
    expect(await filed.answerTo(filed.complete('projectApproval', 'pass'))).toBe('CHANGE_OPEN');
    await filed.act('householdChange', 'continue', { subject: 'change-1' });
    expect(await filed.answerTo(filed.complete('projectApproval', 'pass'))).toBe('accepted');
  });

  test('is looked at before anything is paid', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('paymentPreparation');
    await report(filed, 'change-1');
    await report(filed, 'change-2');
    await filed.act('householdChange', 'continue', { subject: 'change-1' });
    expect(await filed.answerTo(filed.complete('paymentPreparation', 'prepare'))).toBe('CHANGE_OPEN');
    await filed.act('householdChange', 'continue', { subject: 'change-2' });
    await filed.act('paymentPreparation', 'prepare');
    await report(filed, 'change-3');
    expect(await filed.answerTo(filed.complete('paymentReview', 'pass'))).toBe('CHANGE_OPEN');
    await filed.act('householdChange', 'continue', { subject: 'change-3' });
    await filed.comeTo('closed');
    expect(await filed.outcome()).toMatchObject({ kind: 'completed' });
  });

  test('keeps nothing else from going on', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('initialCheck');
    await report(filed, 'change-1');
    await filed.act('initialCheck', 'pass');
    await filed.act('townshipVerification', 'pass');
    expect(filed.stage).toBe('projectApproval');
  });

  test.each(['initialCheck', 'noticePosting', 'publicNotice', 'paymentPreparation', 'paymentReview'] as const)(
    'may close the case, at %s too',
    async (stage) => {
      const filed = await hall.file(application());
      await filed.comeTo(stage);
      await report(filed, 'change-1');
      await filed.act('householdChange', 'close', { subject: 'change-1' });
      expect(await filed.outcome()).toEqual({ kind: 'closedForChange', stage: 'householdChange', reasonCode: REASON });
    },
  );

  test('told a hundred times is looked at once', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('initialCheck');
    await Promise.all(Array.from({ length: 100 }, () => filed.handle.signal(householdChanged, 'change-1')));
    await filed.until(() => filed.all('changeReported').length === 1);
    const goOn = filed.complete('householdChange', 'continue', { subject: 'change-1' });
    expect(await filed.answerTo(goOn)).toBe('accepted');
    expect(await filed.answerTo(goOn)).toBe('STAGE_MOVED');
    expect(filed.all('changeReported')).toHaveLength(1);
  });

  test('that nobody reported is not decided on', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('initialCheck');
    const close = filed.complete('householdChange', 'close', { subject: 'change-9' });
    expect(await filed.answerTo(close)).toBe('STAGE_MOVED');
  });

  test.each(['reviewAwaited', 'reviewReport', 'performanceReview'] as const)(
    'may close a review, at %s too',
    async (stage) => {
      const review = await hall.commission(commission());
      await review.comeTo(stage);
      await report(review, 'change-1');
      await review.act('householdChange', 'close', { subject: 'change-1' });
      expect(await review.outcome()).toEqual({ kind: 'closedForChange', stage: 'householdChange', reasonCode: REASON });
    },
  );
});

describe('六(四) What a helper filed', () => {
  const asked = { subject: '1' };
  const filedByHelper = async () => await hall.file(application({ helperId: helper.id, consentToConfirm: true }));

  test('is not paid before another official has confirmed the consent with the household', async () => {
    const filed = await filedByHelper();
    await filed.comeTo('paymentPreparation');
    expect(await filed.answerTo(filed.complete('paymentPreparation', 'prepare'))).toBe('CONSENT_UNCONFIRMED');
    await filed.act('consentConfirmation', 'confirm', asked);
    await filed.comeTo('closed');
    expect(await filed.outcome()).toMatchObject({ kind: 'completed' });
    expect(filed.all('pointOpened')).toMatchObject([{ stage: 'consentConfirmation', subject: '1' }]);
  });

  test('is confirmed by nobody but the township’s clerk, and once', async () => {
    const filed = await filedByHelper();
    await filed.comeTo('initialCheck');
    const confirm = filed.complete('consentConfirmation', 'confirm', asked);
    expect(await filed.answerTo({ ...confirm, by: helper })).toBe('NOT_AWAITED');
    expect(await filed.answerTo({ ...confirm, by: checker })).toBe('NOT_AWAITED');
    expect(await filed.answerTo(confirm)).toBe('accepted');
    expect(await filed.answerTo(confirm)).toBe('STAGE_MOVED');
  });

  test.each(['initialCheck', 'publicNotice', 'paymentPreparation'] as const)(
    'comes to nothing where the household did not want it, at %s too',
    async (stage) => {
      const filed = await filedByHelper();
      await filed.comeTo(stage);
      await filed.act('consentConfirmation', 'deny', asked);
      expect(await filed.outcome()).toEqual({ kind: 'withdrawn', stage: 'consentConfirmation', reasonCode: REASON });
    },
  );

  test('is paid period after period only once the consent is confirmed', async () => {
    const changes = { workflow: 'entitlement', helperId: helper.id, consentToConfirm: true } as const;
    const filed = await hall.file(application(changes));
    await filed.comeTo('entitlementApproval');
    expect(await filed.answerTo(filed.complete('entitlementApproval', 'pass'))).toBe('CONSENT_UNCONFIRMED');
    await filed.act('consentConfirmation', 'confirm', asked);
    expect(await filed.answerTo(filed.complete('entitlementApproval', 'pass'))).toBe('accepted');
  });

  test('asks nobody where the household filed itself', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('initialCheck');
    expect(filed.all('pointOpened')).toEqual([]);
    const confirm = filed.complete('consentConfirmation', 'confirm', asked);
    expect(await filed.answerTo(confirm)).toBe('STAGE_MOVED');
  });
});
