import { describe, expect, test } from '@jest/globals';
import { programmesOf } from '../../domain/programmes/catalogue.js';
import { subsidyFen } from '../../domain/rules/amounts.js';
import { standardFor } from '../../domain/rules/household-standard.js';
import { SoundProgramme } from '../../domain/schemas/programme.js';

const catalogue = programmesOf('330127', 2026);

describe('the catalogue of programmes', () => {
  test.each(catalogue.map((programme) => [programme.code, programme] as const))(
    '%s is a programme',
    (_code, programme) => {
      expect(SoundProgramme.parse(programme)).toEqual(programme);
    },
  );

  test('a rent is paid in place of a renovation, and of nothing else; for at most no fewer months than at least', () => {
    const [renovation, other] = ['renovation', 'relocation'].map((sought) =>
      catalogue.find(({ code }) => code === sought)!,
    );
    const { rent } = renovation!;
    const amiss = (programme: object) =>
      SoundProgramme.safeParse(programme).error?.issues.map(({ path }) => path.join('.'));
    expect(amiss({ ...other, rent })).toEqual(['rent']);
    expect(amiss({ ...renovation, rent: { ...rent, minimum: 61 } })).toEqual(['rent']);
  });

  test('what a village collective applies for is paid to it period after period, and hangs on no household', () => {
    const collective = catalogue.find(({ code }) => code === 'collective-interest')!;
    const amiss = (change: object) =>
      SoundProgramme.safeParse({ ...collective, ...change }).error?.issues.map(({ path }) => path.join('.'));
    expect(amiss({})).toBeUndefined();
    for (const change of [
      { payTo: 'head' },
      { orPayTo: 'lessor' },
      { personal: true },
      { measure: { ...collective.measure, counts: 'members' } },
      { standard: { ...collective.standard, capPerPersonFen: 1 } },
    ])
      expect(amiss(change)).toEqual(['applicant']);
    expect(amiss({ workflow: 'relief' })).toContain('applicant');
  });

  test('no two programmes share a code', () => {
    expect(new Set(catalogue.map((programme) => programme.code)).size).toBe(catalogue.length);
  });

  test('the amount is counted in the steps in which the quantity is measured', () => {
    for (const { measure, standard } of catalogue) {
      const scale = standard.kind === 'perUnit' ? standard.scale : measure.scale;
      expect(measure.scale).toBe(standard.kind === 'share' ? 2 : scale);
    }
  });

  test('the smallest quantity pays something and the largest reaches the cap', () => {
    for (const { measure, standard: published } of catalogue) {
      const standard = standardFor(published, { group: 'lowIncome', persons: 3 });
      expect(subsidyFen(standard, measure.minimum)).toBeGreaterThan(0);
      // To a minimum rate the cap gives way.
      const isFirm = 'capFen' in standard && !('leastBasisPoints' in standard);
      if (isFirm) expect(subsidyFen(standard, measure.maximum)).toBe(standard.capFen);
    }
  });

  test('every standard that is not the county’s own says so', () => {
    const examples = catalogue.filter(({ source }) => source.kind === 'example');
    expect(examples.filter(({ source }) => !source.text.startsWith('示例标准'))).toEqual([]);
  });

  test('there is a programme paid after acceptance, one paid directly, and one that takes promised papers', () => {
    expect(catalogue.map((programme) => programme.paymentMode)).toEqual(
      expect.arrayContaining(['reimbursement', 'direct']),
    );
    expect(catalogue.some(({ papers }) => papers.some((paper) => paper.required && paper.promisable))).toBe(true);
  });
});
