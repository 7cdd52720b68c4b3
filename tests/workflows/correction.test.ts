import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { papersReceived } from '../../workflows/messages.js';
import { Hall } from './support/hall.js';
import { AMOUNT_FEN, application } from './support/inputs.js';
import { helper } from './support/people.js';
import type { RunningCase } from './support/running-case.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

async function returned(): Promise<RunningCase> {
  const filed = await hall.file(application({ helperId: helper.id }));
  await filed.comeTo('initialCheck');
  await filed.act('initialCheck', 'return');
  return filed;
}

describe('A correction', () => {
  test('handed in before the last second counts', async () => {
    const filed = await returned();
    await hall.sleepUntil(filed.world.dueAt! - 60_000);
    await filed.act('correction', 'handIn');
    await filed.comeTo('closed');
    expect(await filed.outcome()).toMatchObject({ kind: 'completed' });
  });

  test('handed in late finds the case lapsed', async () => {
    const filed = await returned();
    await filed.sleepUntilDue();
    expect(await filed.outcome()).toEqual({ kind: 'lapsed', stage: 'correction' });
    await expect(filed.act('correction', 'handIn')).rejects.toMatchObject({ name: 'WorkflowNotFoundError' });
  });

  test('may change what is asked for, and the amount follows from the standard', async () => {
    const filed = await returned();
    await filed.act('correction', 'handIn', { quantity: 600 });
    expect(filed.all('amountSet')).toMatchObject([{ quantity: 600, amountFen: 180_000 }]);
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: 180_000 });
  });

  test('is on record before the desk check looks at the application again', async () => {
    const filed = await returned();
    await filed.act('correction', 'handIn', { quantity: 600 });
    expect(filed.world.seenByDeskCheck).toEqual([[], [600]]);
  });

  test('is made by the helper who filed, too, but by no other', async () => {
    const filed = await returned();
    const handIn = filed.complete('correction', 'handIn');
    expect(await filed.answerTo({ ...handIn, by: { id: 'somebody-else', role: 'helper' } })).toBe('NOT_AWAITED');
    expect(await filed.answerTo({ ...handIn, by: helper })).toBe('accepted');
  });

  test('may be asked for by the township and by the approver as well, who then look again', async () => {
    const filed = await hall.file(application());
    for (const stage of ['townshipVerification', 'projectApproval'] as const) {
      await filed.comeTo(stage);
      await filed.act(stage, 'return');
      expect(filed.stage).toBe('correction');
      await filed.act('correction', 'handIn');
      expect(filed.stage).toBe(stage);
    }
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
  });

  test('asked for by the approver may come down from what the township verified, and never above it', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('townshipVerification');
    await filed.act('townshipVerification', 'amend', { quantity: 500 });
    await filed.act('projectApproval', 'return');
    const more = filed.complete('correction', 'handIn', { quantity: 501 });
    expect(await filed.answerTo(more)).toBe('QUANTITY_OUT_OF_RANGE');
    await filed.act('correction', 'handIn', { quantity: 400 });
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: 120_000 });
  });

  test.each(['initialCheck', 'townshipVerification', 'projectApproval'] as const)(
    'asked for at %s and not made lapses the case',
    async (stage) => {
      const filed = await hall.file(application());
      await filed.comeTo(stage);
      await filed.act(stage, 'return');
      expect(await filed.outcome()).toEqual({ kind: 'lapsed', stage: 'correction' });
    },
  );
});

describe('Promised papers', () => {
  const promising = { promisedPapers: ['landLease', 'villageStatement'] };

  test('handed in while the case goes on hold nothing up', async () => {
    const filed = await hall.file(application(promising));
    await filed.comeTo('townshipVerification');
    await filed.handle.signal(papersReceived, ['landLease']);
    await filed.handle.signal(papersReceived, ['villageStatement']);
    await filed.until(() => filed.all('papersReceived').length === 2);
    await filed.act('townshipVerification', 'pass');
    expect(filed.stage).toBe('projectApproval');
  });

  test('are waited for before anything is approved', async () => {
    const filed = await hall.file(application(promising));
    await filed.comeTo('promisedPapers');
    await filed.handle.signal(papersReceived, ['landLease']);
    await filed.until(() => filed.all('papersReceived').length === 1);
    expect(filed.stage).toBe('promisedPapers');
    await filed.handle.signal(papersReceived, ['villageStatement']);
    await filed.untilStage('projectApproval');
  });

  test('told a hundred times count once', async () => {
    const filed = await hall.file(application(promising));
    await filed.comeTo('promisedPapers');
    await Promise.all(
      Array.from({ length: 100 }, () => filed.handle.signal(papersReceived, ['landLease', 'photograph'])),
    );
    await filed.handle.signal(papersReceived, ['villageStatement']);
    await filed.untilStage('projectApproval');
    expect(filed.all('papersReceived').map(({ papers }) => papers)).toEqual([['landLease'], ['villageStatement']]);
  });

  test('not handed in within the term since submission lapse the case', async () => {
    const filed = await hall.file(application(promising));
    await filed.comeTo('townshipVerification');
    await hall.sleepDays(5);
    await filed.act('townshipVerification', 'pass');
    const { from, at } = filed.all('entered').at(-1)!;
    expect(at - from!).toBeGreaterThan(4 * 86_400_000);
    expect(await filed.outcome()).toEqual({ kind: 'lapsed', stage: 'promisedPapers' });
  });
});
