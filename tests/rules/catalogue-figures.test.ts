import { describe, expect, test } from '@jest/globals';
import { programmesOf } from '../../domain/programmes/catalogue.js';
import { subsidyFen } from '../../domain/rules/amounts.js';
import { standardFor } from '../../domain/rules/household-standard.js';
import { rentTermsOf } from '../../domain/rules/rent.js';
import type { HouseholdGroup } from '../../domain/schemas/published-standard.js';
import { rentText } from '../../domain/texts/rent.js';
import { standardText } from '../../domain/texts/standard.js';

const CATALOGUE = new Map(programmesOf('330127', 2026).map((programme) => [programme.code, programme]));

/** Worked out by hand: what is measured, its steps, and yuan as a notice would say them. */
const FIGURES: readonly (readonly [code: string, working: string, quantity: number, yuan: number, HouseholdGroup?])[] =
  [
    ['tea-garden', '3.50 mu × 200', 350, 700],
    ['tea-garden', '20 mu × 200 = 4 000, which is the cap', 2_000, 4_000],
    ['medicinal-herbs', '1.25 mu × 1 000', 125, 1_250],
    ['woody-oil', '0.85 mu × 300', 85, 255],
    ['beekeeping', '12 hives × 200', 12, 2_400],
    ['pigs', '11 pigs × 400 = 4 400, cap 4 000', 11, 4_000],
    ['goats', '9 goats × 300', 9, 2_700],
    ['poultry', '150 birds × 10', 150, 1_500],
    ['handicraft', '30 % of 2 345.67 = 703.701, to the fen below', 234_567, 703.7],
    ['home-processing', '10 % of 8 888.88 = 888.888, to the fen below', 888_888, 888.88],
    ['e-commerce', '5 % of 12 000', 1_200_000, 600],
    ['farm-stay', 'once', 1, 5_000],
    ['renovation', 'grade C, dibao', 3, 15_000, 'dibao'],
    ['renovation', 'grade D, dibao-marginal', 4, 25_000, 'dibaoMarginal'],
    ['renovation', 'grade D, others', 4, 20_000, 'lowIncome'],
    ['disaster-relief', '4 persons × 300', 4, 1_200],
    ['temporary-relief', '2 600 by decision', 260_000, 2_600],
    ['temporary-relief', '12 000 by decision, the limit is 10 000', 1_200_000, 10_000],
    ['education-aid', 'a term', 1, 1_500],
    ['photovoltaic-dividend', '3 shares × 1 000 as expected', 3, 3_000],
    ['pension-premium', '4 members × 100', 4, 400],
    ['medical-premium', '3 members × 400', 3, 1_200],
    ['disability-allowance', 'grade 1, a month', 1, 500],
    ['disability-allowance', 'grade 2, a month', 2, 250],
    // 50 000 × 180 days = 9 000 000; × 4.35 % = 391 500; ÷ 360 = 1 087.50.
    ['microcredit-interest', '50 000 for 180 days', 9_000_000, 1_087.5],
    // 80 000 × 200 = 16 000 000; × 4.35 % = 696 000; ÷ 360 = 1 933.333…
    ['microcredit-interest', '80 000 for 200 days', 16_000_000, 1_933.33],
    // 100 000 × 365 = 36 500 000; × 4.35 % ÷ 360 = 4 410.41…, which is above a year's interest of 4 350.
    ['microcredit-interest', '100 000 for a year: the cap', 36_500_000, 4_350],
    // 300 000 × 365 = 109 500 000; × 4.35 % ÷ 360 = 13 231.25.
    ['collective-interest', '300 000 for a year', 109_500_000, 13_231.25],
    ['processing-agent', '2 % of 120 000', 12_000_000, 2_400],
    ['processing-agent', '2 % of 1 500 000 = 30 000, cap 20 000, above 1 % = 15 000', 150_000_000, 20_000],
    ['processing-agent', '1 % of 2 500 000 = 25 000 is not undercut by the cap', 250_000_000, 25_000],
    ['skills-training', 'middle grade', 2, 1_200],
    ['lead-entrepreneur', '10 households × 1 000', 10, 10_000],
    ['lead-entrepreneur', '35 households × 1 000 = 35 000, cap 30 000', 35, 30_000],
    ['relocation', '3 persons × 20 000', 3, 60_000],
  ];

const known = FIGURES.filter(([code]) => CATALOGUE.has(code));

describe('What the catalogue pays, by figures worked out by hand', () => {
  test.each(known)('%s: %s', (code, _working, quantity, yuan, group = 'lowIncome') => {
    const { standard } = CATALOGUE.get(code)!;
    expect(subsidyFen(standardFor(standard, { group, persons: 4 }), quantity)).toBe(Math.round(yuan * 100));
  });

  test.each([
    ['12 months × 300', 12, 3_600],
    ['36 months × 300', 36, 10_800],
    ['60 months × 300 = 18 000, cap 15 000', 60, 15_000],
  ])('the rent of a long lease in place of a renovation: %s', (_working, months, yuan) => {
    expect(subsidyFen(rentTermsOf(CATALOGUE.get('renovation')!.rent!).standard, months)).toBe(yuan * 100);
  });

  test('every programme of the catalogue has such figures', () => {
    expect([...CATALOGUE.keys()].toSorted()).toEqual([...new Set(known.map(([code]) => code))].toSorted());
  });

  test.each([
    ['processing-agent', '按发放的加工费的2%补助，每户每年最高20,000.00元，但不低于发放的加工费的1%'],
    ['microcredit-interest', '按贷款本金、实际用款天数和年利率4.35%（一年按360天计）贴息，每户每年最高4,350.00元'],
    ['temporary-relief', '根据实际困难逐户研究确定并说明理由，每户每次最高10,000.00元'],
    ['disability-allowance', '一级补助500.00元，二级补助250.00元'],
    [
      'renovation',
      '低保户：C级补助15,000.00元，D级补助30,000.00元；低保边缘户：C级补助12,000.00元，D级补助25,000.00元；其他低收入农户：C级补助10,000.00元，D级补助20,000.00元',
    ],
  ])('%s is said as a notice would say it', (code, sentence) => {
    expect(standardText(CATALOGUE.get(code)!).zh).toBe(sentence);
  });

  test('and so is the rent of a long lease', () => {
    const sentence = '租金每月补助300.00元，每户最高15,000.00元，租期12至60个月';
    expect(rentText(CATALOGUE.get('renovation')!.rent!).zh).toBe(sentence);
  });
});
