import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { subsidyFen } from '../../domain/rules/amounts.js';
import { parseYuan } from '../../domain/rules/fen.js';
import type { PublishedStandard } from '../../domain/rules/household-standard.js';
import { standardFor } from '../../domain/rules/household-standard.js';
import { HOUSEHOLD_GROUPS, type HouseholdGroup } from '../../domain/schemas/published-standard.js';
import { GROUP_NAMES } from '../../domain/texts/programme.js';
import { standardText } from '../../domain/texts/standard.js';
import { byGrade, capped, discretionary, fen, flat, standard } from './support/standards.js';

const GRADES = Array.from({ length: 10 }, (_, index) => ({ zh: `第${index + 1}级`, en: `grade ${index + 1}` }));
const MU = { name: { zh: '面积', en: 'Area' }, unit: { zh: '亩', en: 'mu' } };
const measure = (standard: PublishedStandard) => ({
  ...{ ...MU, minimum: 1, maximum: 10 },
  scale: standard.kind === 'perUnit' ? standard.scale : 2,
  ...(standard.kind.startsWith('byGrade') && { scale: 0, grades: GRADES }),
});
const textOf = (standard: PublishedStandard) => standardText({ standard, measure: measure(standard), period: 'year' });

/** The first amount behind these words, in fen; all in exact integers. */
const yuanAfter = (sentence: string, words: string): bigint | undefined => {
  const at = sentence.indexOf(words);
  const [, text] = at < 0 ? [] : (/^([\d,.]+)元/.exec(sentence.slice(at + words.length)) ?? []);
  return text === undefined ? undefined : BigInt(parseYuan(text)!);
};
const basisPointsAfter = (sentence: string, words: string): bigint | undefined => {
  const [, text] = new RegExp(`${words}([\\d.]+)%`).exec(sentence) ?? [];
  return text === undefined ? undefined : BigInt(Math.round(Number(text) * 100));
};

/** The amount that somebody works out who has nothing but the Chinese sentence. */
function amountBySentence(sentence: string, { quantity, scale }: { quantity: number; scale: number }): bigint {
  const of = BigInt(quantity);
  const cap = yuanAfter(sentence, '每户每年最高');
  const within = (amount: bigint): bigint => (cap !== undefined && cap < amount ? cap : amount);
  const perUnit = yuanAfter(sentence, '每亩补助');
  if (perUnit !== undefined) return within((of * perUnit) / 10n ** BigInt(scale));
  const days = /一年按(\d+)天计/.exec(sentence)?.[1];
  if (days) return within((of * basisPointsAfter(sentence, '年利率')!) / (100n * BigInt(days)));
  const share = basisPointsAfter(sentence, '按面积的');
  if (share !== undefined) {
    const least = (of * (basisPointsAfter(sentence, '不低于面积的') ?? 0n)) / 10_000n;
    const owed = within((of * share) / 10_000n);
    return owed > least ? owed : least;
  }
  if (sentence.includes('根据实际困难')) return within(of);
  const flat = yuanAfter(sentence, '每户每年补助');
  if (flat !== undefined) return flat;
  return yuanAfter(sentence, `第${quantity}级补助`) ?? 0n;
}

describe('The sentence of a standard', () => {
  test('says all that the amount needs: whoever works it out from the Chinese sentence comes to the same fen', () => {
    fc.assert(
      fc.property(standard, fc.integer({ min: 1, max: 2_000_000_000 }), fc.nat(9), (by, many, few) => {
        const quantity = by.kind === 'byGrade' ? few + 1 : many;
        const { scale } = measure(by);
        expect(amountBySentence(textOf(by).zh, { quantity, scale })).toBe(BigInt(subsidyFen(by, quantity)));
      }),
    );
  });

  test('says of a table by grade and group what each group gets, and names none that gets nothing', () => {
    const rows = fc.tuple(byGrade, byGrade).map(([dibao, lowIncome]) => ({ dibao, lowIncome }));
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 10 }), (rows, grade) => {
        const fenByGrade = { dibao: rows.dibao.fenByGrade, lowIncome: rows.lowIncome.fenByGrade };
        const published = { kind: 'byGradeAndGroup', fenByGrade } as const;
        const sentences = textOf(published).zh.split('；');
        const of = (group: HouseholdGroup) => sentences.find((text) => text.startsWith(`${GROUP_NAMES[group].zh}：`));
        expect(of('dibaoMarginal')).toBeUndefined();
        for (const group of HOUSEHOLD_GROUPS) {
          const said = yuanAfter(of(group) ?? '', `第${grade}级补助`) ?? 0n;
          const owed = subsidyFen(standardFor(published, { group, persons: 1 }), grade);
          expect(said).toBe(BigInt(owed));
        }
      }),
    );
  });

  test('names the cap of each member where there is one', () => {
    fc.assert(
      fc.property(capped, fen, (by, capPerPersonFen) => {
        const said = yuanAfter(textOf({ ...by, capPerPersonFen }).zh, '人均不超过');
        expect(said).toBe(BigInt(capPerPersonFen));
      }),
    );
  });

  test('says the same amounts in English', () => {
    const amountsIn = (text: string) => (text.match(/\d[\d,]*\.\d\d(?![\d%])/g) ?? []).toSorted();
    fc.assert(
      fc.property(fc.oneof(capped, flat, discretionary, byGrade), (by) => {
        const { zh, en } = textOf(by);
        expect(amountsIn(en)).toEqual(amountsIn(zh));
      }),
    );
  });

  test('reads as a notice would have it', () => {
    const AREA = { ...MU, scale: 2, minimum: 1, maximum: 9 };
    const standard = { kind: 'perUnit', fenPerUnit: 20_000, scale: 2, capFen: 400_000 } as const;
    expect(standardText({ standard, measure: AREA, period: 'year' })).toEqual({
      zh: '每亩补助200.00元，每户每年最高4,000.00元',
      en: '200.00 yuan per mu, at most 4,000.00 yuan per household and year',
    });
    const hives = { ...AREA, unit: { zh: '箱', en: 'hives' } };
    expect(standardText({ standard, measure: hives, period: 'year' }).en).toContain('200.00 yuan per hive,');
  });
});
