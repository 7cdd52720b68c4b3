import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { programmesOf } from '../../domain/programmes/catalogue.js';
import type { Bilingual } from '../../domain/schemas/common.js';
import { type Programme, SoundProgramme } from '../../domain/schemas/programme.js';
import { bodyOf, type Values } from '../../web/src/office/form/fields.js';
import type { Texts } from '../../web/src/office/programmes/edit/section.js';
import { programmeFields, programmeOf, programmeValues } from '../../web/src/office/programmes/edit/sections.js';
import { STANDARD_KINDS } from '../../web/src/office/programmes/edit/standard.js';

const TEXTS = { t: (name: string) => name, tell: ({ zh }: Bilingual) => zh, language: 'zh' } as unknown as Texts;
const CATALOGUE = programmesOf('330127', 2026).map((programme) => [programme.code, programme] as const);
const SET_BY_THE_COUNTY = ['version', 'countyCode'] as const;

const given = (programme: Programme, said: Values = {}) =>
  programmeOf(TEXTS, programme, { ...programmeValues(TEXTS, programme), ...said });

/** What the fields say by themselves, of a programme that they know nothing else of. */
function shownOf(programme: Programme): Values {
  const values = programmeValues(TEXTS, programme);
  return bodyOf(programmeFields(TEXTS, values), values) as unknown as Values;
}

describe('a programme in its form', () => {
  test.each(CATALOGUE)('%s, opened and given back, is the same to the letter', (_, programme) => {
    expect(JSON.stringify(given(programme))).toBe(JSON.stringify(programme));
  });

  test.each(CATALOGUE)('%s is shown whole', (_, programme) => {
    const { standard, ...shown } = shownOf(programme) as unknown as Programme;
    const left = SET_BY_THE_COUNTY.map((name) => [name, programme[name]]);
    // The steps of what is paid for each unit are those of the measure.
    const steps = programme.standard.kind === 'perUnit' && { scale: programme.measure.scale };
    expect({ ...Object.fromEntries(left), ...shown, standard: { ...standard, ...steps } }).toEqual(programme);
  });

  test('what one field changes changes nothing else', () => {
    const changes: Readonly<Record<string, (programme: Programme) => [Values, object]>> = {
      remark: () => [{ remark: '新附言' }, { remark: '新附言' }],
      summary: ({ summary }) => [{ 'summary/zh': '新的概要' }, { summary: { ...summary, zh: '新的概要' } }],
      opensAt: () => [{ opensAt: '2027-03-01' }, { opensAt: '2027-03-01T00:00:00+08:00' }],
      yearCapFen: () => [{ yearCapFen: '１,234.5' }, { yearCapFen: 123_450 }],
      papers: () => [{ papers: [] }, { papers: [] }],
      funding: () => [
        { 'funding/province': '12.5', 'funding/city': '', 'funding/county': '87.5' },
        { funding: { province: 1_250, county: 8_750 } },
      ],
    };
    const property = fc.property(
      fc.constantFrom(...CATALOGUE.map(([, programme]) => programme)),
      fc.constantFrom(...Object.values(changes)),
      (programme, change) => {
        const [said, changed] = change(programme);
        expect(given(programme, said)).toEqual({ ...programme, ...changed });
      },
    );
    fc.assert(property);
  });

  test('what is emptied is gone', () => {
    const relocation = CATALOGUE.find(([code]) => code === 'relocation')![1];
    const { funding, ...others } = relocation;
    expect(funding).toBeDefined();
    const none = { 'funding/province': '', 'funding/city': '', 'funding/county': '' };
    expect(given(relocation, none)).toEqual(others);
  });

  test('another formula leaves nothing of the one before, and is judged by its own fields', () => {
    for (const [, programme] of CATALOGUE) {
      for (const kind of STANDARD_KINDS.filter((each) => each !== programme.standard.kind)) {
        const { standard, loan } = given(programme, { 'standard/kind': kind }) as unknown as Programme;
        expect(standard.kind).toBe(kind);
        const { error } = SoundProgramme.safeParse(given(programme, { 'standard/kind': kind }));
        const alien = error?.issues.filter(({ code }) => code === 'unrecognized_keys') ?? [];
        expect(alien).toEqual([]);
        if (kind !== 'interest') expect(loan).toBeUndefined();
      }
    }
    const bees = CATALOGUE.find(([code]) => code === 'beekeeping')![1];
    const flat = given(bees, { 'standard/kind': 'flat', 'standard/fen': '600' });
    expect(SoundProgramme.parse(flat).standard).toEqual({ kind: 'flat', fen: 60_000 });
  });

  test('amounts of the grades are as many as there are grades, nothing where one is left out', () => {
    const allowance = CATALOGUE.find(([code]) => code === 'disability-allowance')![1];
    const grades = [
      ...(programmeValues(TEXTS, allowance)['measure/grades'] as Values[]),
      { zh: '三级', en: 'grade 3' },
    ];
    const { standard } = given(allowance, { 'measure/grades': grades, 'standard/fenByGrade': ['500', '', '80'] });
    expect(standard).toEqual({ kind: 'byGrade', fenByGrade: [50_000, 0, 8_000] });
  });
});
