import { describe, expect, test } from '@jest/globals';
import { mixOf } from '../../cli/rehearsal/mix.js';
import { newcomers } from '../../cli/rehearsal/newcomers.js';
import { SCRIPTS } from '../../cli/rehearsal/scripts.js';
import { isIdentityNumber } from '../../domain/rules/identity-number.js';
import { fileRows } from '../../prisma/register/file-rows.js';
import { readTable } from '../../prisma/register/table.js';
import { registerCsv } from '../../prisma/seed/example-register.js';

const MIX = mixOf(SCRIPTS, 50, 'any');
const registersOf = (run: string) => newcomers(MIX, run).map(({ register }) => register);
const privateOf = (run: string) =>
  registersOf(run).flatMap(({ phone, members }) => [
    ...(phone === null ? [] : [phone]),
    ...members.flatMap(({ idNumber, account }) => [idNumber, account?.number ?? '']),
  ]);

describe('The households of a rehearsal', () => {
  test('can be taken into the register as they are', async () => {
    const { rows, rejections } = fileRows(await readTable(Buffer.from(registerCsv(registersOf('a')))));
    expect(rejections).toEqual([]);
    expect(rows).toHaveLength(50 + MIX.filter(({ withStudent }) => withStudent).length);
  });

  test('have numbers that pass every check and can belong to nobody', () => {
    for (const { phone, members } of registersOf('a')) {
      expect(phone ?? '15400000000').toMatch(/^154\d{8}$/);
      for (const { idNumber, account } of members) {
        expect(isIdentityNumber(idNumber)).toBe(true);
        expect(idNumber).toMatch(/^39/);
        expect(account?.number).toMatch(/^9999\d{4,}$/);
      }
    }
  });

  test('are others every time', () => {
    const all = [...privateOf('a'), ...privateOf('b')];
    expect(new Set(all).size).toBe(all.length);
    expect(registersOf('a')[0]?.registerNo).not.toBe(registersOf('b')[0]?.registerNo);
  });

  test('have the account of their script, and no phone where a helper files', () => {
    for (const { script, register } of newcomers(MIX, 'a')) {
      expect(register.phone === null).toBe(script.byHelper === true);
      expect(register.members[0]?.account?.number).toMatch(new RegExp(`${script.accountEnding ?? ''}$`));
    }
  });
});
