import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { fieldErrors } from '../../api/field-errors.js';
import { problemOf, Refused } from '../../api/problem.js';
import { safeError } from '../../api/security/safe-error.js';
import { ERRORS, type ErrorCode } from '../../domain/errors.js';
import { AccountStep, Correction } from '../../domain/schemas/household-step.js';
import { CalendarQuery } from '../../domain/schemas/office.js';
import { Problem } from '../../domain/schemas/problem.js';

const codes = Object.keys(ERRORS) as ErrorCode[];
const ROOT = path.resolve(import.meta.dirname, '..');
const tests = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !name.endsWith('errors.test.ts'))
  .map((name) => readFileSync(path.join(ROOT, name), 'utf8'))
  .join('\n');

describe('errors', () => {
  test.each(codes)('%s is provoked by a test', (code) => {
    expect(tests).toContain(`'${code}'`);
  });

  test.each(codes)('%s is a problem document that says in both languages what to do', (code) => {
    const problem = Problem.parse(problemOf(new Refused(code)));
    expect(problem.zh).toMatch(/\p{Script=Han}/u);
    expect(problem.en).toMatch(/[a-z]/);
    expect(problem.title).toBe(problem.zh);
  });

  test('fields are named by their path, with advice that fits what is wrong', () => {
    const schema = z.strictObject({
      list: z.array(z.strictObject({ text: z.string().max(3), amount: z.number().min(1) })).max(2),
      kind: z.enum(['a', 'b']),
      flag: z.boolean(),
    });
    const wrong = { list: [{ text: 'long', amount: 0 }], kind: 'c', flag: 1 };
    expect(fieldErrors(schema.safeParse(wrong, { reportInput: true }).error!)).toEqual([
      { field: 'list.0.text', zh: '最多3个字', en: 'At most 3 characters' },
      { field: 'list.0.amount', zh: '不小于1', en: 'Not less than 1' },
      { field: 'kind', zh: '请从以下各项中选择：a、b', en: 'Choose one of: a, b' },
      { field: 'flag', zh: '此项应为是或否（true/false）', en: 'This must be true or false' },
    ]);
  });

  test('of several forms that a body could have, the closest is told', () => {
    const { error } = AccountStep.safeParse(
      { memberId: 'x', bankName: '农商银行', number: '62220000' },
      { reportInput: true },
    );
    expect(fieldErrors(error!)).toMatchObject([{ field: 'memberId' }]);
  });

  test.each([{}, { confirm: false }])('an account is confirmed or another one is named: %j', (body) => {
    const { error } = AccountStep.safeParse(body, { reportInput: true });
    expect(fieldErrors(error!)).toMatchObject([{ field: 'confirm', zh: expect.stringContaining('memberId') }]);
  });

  test('a year of the calendar is asked for by name', () => {
    const { error } = CalendarQuery.safeParse({}, { reportInput: true });
    expect(fieldErrors(error!)).toMatchObject([{ field: 'year', zh: expect.stringContaining('年份') }]);
  });

  test.each([['5'], [2.5], [null]])('a quantity is a whole number in the steps of its measure: not %j', (quantity) => {
    const { error } = Correction.safeParse({ quantity }, { reportInput: true });
    expect(fieldErrors(error!)).toMatchObject([{ field: 'quantity', zh: expect.stringContaining('3.5亩填350') }]);
  });

  test.each([
    ['REASON_MISSING', ['reasonCode', 'words']],
    ['QUANTITY_MISSING', ['quantity']],
    ['QUANTITY_OUT_OF_RANGE', ['quantity']],
    ['PAPERS_MISSING', ['paperIds']],
    ['SCORE_MISSING', ['finding', 'score']],
  ] as const)('%s names the fields that it is about', (code, fields) => {
    expect(problemOf(new Refused(code)).errors?.map(({ field }) => field)).toEqual(fields);
  });

  test('the log gets the class and the place of an error, never its message', () => {
    const error = Object.assign(new TypeError('13800001111 is no name'), { code: 'P2002' });
    const safe = safeError(error);
    expect(safe).toMatchObject({ type: 'TypeError', code: 'P2002' });
    expect(JSON.stringify(safe)).not.toContain('13800001111');
  });
});
