import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Hall } from './support/hall.js';
import { application } from './support/inputs.js';
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
});
