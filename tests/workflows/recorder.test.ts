import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { householdChanged, objectionReceived, papersReceived } from '../../workflows/messages.js';
import { Hall } from './support/hall.js';
import { application } from './support/inputs.js';
import { otherChecker } from './support/people.js';
import type { World } from './support/world.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

const kindsOf = ({ writes }: World) => writes.map((steps) => steps.map(({ kind }) => kind).join('+'));

describe('What is recorded', () => {
  test('an act is written together with all that follows from it, never between two stages', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('noticePosting');
    expect(kindsOf(filed.world)).toEqual([
      'deskChecked+entered',
      'acted+entered',
      'acted+entered',
      'acted+reserved+published+entered',
    ]);
  });

  test('an act that comes while the step before is being written is written with what follows from it too', async () => {
    let answer = () => {};
    const filed = await hall.file(application(), (world) => {
      world.answers = new Promise((resolve) => (answer = resolve));
    });
    await filed.untilStage('initialCheck');
    const acted = filed.act('initialCheck', 'pass');
    await filed.until(() => filed.world.noted.some(({ kind }) => kind === 'acted'));
    answer();
    await acted;
    expect(kindsOf(filed.world)).toEqual(['deskChecked+entered', 'acted+entered']);
    expect(filed.stage).toBe('townshipVerification');
  });

  test('an act is answered only once it is recorded', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('initialCheck');
    filed.world.away = true;
    let answered = false;
    const acted = filed.act('initialCheck', 'pass').then(() => (answered = true));
    await filed.until(() => filed.world.noted.some(({ kind }) => kind === 'acted'));
    await hall.env.sleep('1 minute');
    expect(answered).toBe(false);
    filed.world.away = false;
    await acted;
    expect(filed.stage).toBe('townshipVerification');
  });

  test('nothing is lost and nothing written twice while the database is away', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('townshipVerification');
    filed.world.away = true;
    const acted = filed.act('townshipVerification', 'amend', { quantity: 500 });
    await filed.handle.signal(householdChanged, 'change-1');
    await filed.until(() => filed.world.noted.some(({ kind }) => kind === 'changeReported'));
    await hall.env.sleep('2 hours');
    filed.world.away = false;
    await acted;
    await filed.act('householdChange', 'continue', { subject: 'change-1' });
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: 150_000 });
    expect(filed.world.steps.map(({ seq }) => seq)).toEqual(filed.world.steps.map((_, index) => index + 1));
    expect(filed.world.steps).toEqual(filed.world.noted);
  });

  test('two who act at once: one is heard, the other is told that the case has moved', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('initialCheck');
    const answers = await Promise.all([
      filed.answerTo(filed.complete('initialCheck', 'pass')),
      filed.answerTo(filed.complete('initialCheck', 'refuse', { by: otherChecker })),
    ]);
    expect(answers.toSorted()).toEqual(['STAGE_MOVED', 'accepted']);
  });

  test('nothing comes after the end, whatever reaches the case while that is written', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('initialCheck');
    await filed.handle.signal(householdChanged, 'change-1');
    await filed.until(() => filed.all('changeReported').length === 1);
    let answer = () => {};
    filed.world.answers = new Promise((resolve) => (answer = resolve));
    const withdrawn = filed.act('initialCheck', 'withdraw');
    await filed.until(() => filed.stage === 'closed');
    await filed.handle.signal(objectionReceived, 'objection-1');
    await filed.handle.signal(papersReceived, ['landLease']);
    await filed.handle.signal(householdChanged, 'change-2');
    const continued = filed.complete('householdChange', 'continue', { subject: 'change-1' });
    expect(await filed.answerTo(continued)).toBe('STAGE_MOVED');
    answer();
    await withdrawn;
    expect(await filed.outcome()).toEqual({ kind: 'withdrawn', stage: 'initialCheck' });
    expect(filed.world.noted.at(-1)).toMatchObject({ kind: 'closed' });
  });
});
