import { describe, expect, test } from '@jest/globals';
import { measuredText, parseQuantity } from '../../domain/rules/quantities.js';
import { howToWrite } from '../../domain/texts/how-to-write.js';

const measure = {
  name: { zh: '数量', en: 'Quantity' },
  unit: { zh: '亩', en: 'mu' },
  scale: 2,
  minimum: 1,
  maximum: 4,
};
const grades = ['A', 'B', 'C', 'D'].map((letter) => ({ zh: `${letter}级`, en: `grade ${letter}` }));

describe('A quantity, as people read it', () => {
  test.each([
    [1250, '12.50亩', '12.50 mu'],
    [5, '0.05亩', '0.05 mu'],
  ])('%i is %s', (quantity, zh, en) => {
    expect(measuredText(measure, quantity)).toEqual({ zh, en });
  });

  test.each([
    ['hives', 1, '1 hive'],
    ['hives', 2, '2 hives'],
    ['student', 1, '1 student'],
    ['student', 3, '3 students'],
    ['mu', 1, '1 mu'],
    ['sheep', 7, '7 sheep'],
    ['kW', 2, '2 kW'],
    ['m²', 20, '20 m²'],
  ])('of %s, %i is %s in English', (en, quantity, said) => {
    expect(measuredText({ ...measure, scale: 0, unit: { zh: '个', en } }, quantity).en).toBe(said);
  });

  test.each([
    ['元', 2, '请按“元”填写大于零的数字，最多2位小数，如 500 或 12.50'],
    ['天', 1, '请按“天”填写大于零的数字，最多1位小数，如 500 或 12.5'],
    ['只', 0, '请按“只”填写大于零的整数，如 20'],
  ])('is asked for in %s with %i decimals, never in its steps', (zh, scale, said) => {
    expect(howToWrite({ unit: { zh, en: zh }, scale }).zh).toBe(said);
    const [, ...examples] = /如 (\S+)(?: 或 (\S+))?$/.exec(said)!;
    for (const text of examples.filter(Boolean)) expect(parseQuantity(text, scale)).toBe(Number(text) * 10 ** scale);
  });

  test('is the name of a grade where grades are measured', () => {
    expect(measuredText({ ...measure, scale: 0, grades }, 4)).toEqual({ zh: 'D级', en: 'grade D' });
    expect(measuredText({ ...measure, scale: 0, grades }, 9)).toEqual({ zh: '9亩', en: '9 mu' });
  });
});
