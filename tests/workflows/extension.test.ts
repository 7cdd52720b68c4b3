import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { Hall } from './support/hall.js';
import { application } from './support/inputs.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

describe('An extension of the project', () => {
  test('ends on the same day of the month as the term that it extends, three months later', async () => {
    const filed = await hall.file(application({ paidAfterAcceptance: true }));
    await filed.comeTo('projectWork');
    const lastDay = shanghaiDate(filed.world.dueAt! - 1);
    await filed.act('projectWork', 'requestExtension');
    const [year, month, day] = lastDay.split('-').map(Number) as [number, number, number];
    const lastOfMonth = new Date(Date.UTC(year, month + 3, 0)).getUTCDate();
    const extended = new Date(Date.UTC(year, month - 1 + 3, Math.min(day, lastOfMonth)));
    expect(shanghaiDate(filed.world.dueAt! - 1)).toBe(extended.toISOString().slice(0, 10));
  });
});
