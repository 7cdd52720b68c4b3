import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { programmesOf } from '../../domain/programmes/catalogue.js';
import type { Bilingual } from '../../domain/schemas/common.js';
import { type Programme, SoundProgramme } from '../../domain/schemas/programme.js';
import { bodyOf, type Values } from '../../web/src/office/form/fields.js';
import { changesIn } from '../../web/src/office/programmes/changes.js';
import type { Texts } from '../../web/src/office/programmes/edit/section.js';
import { programmeFields, programmeOf, programmeValues } from '../../web/src/office/programmes/edit/sections.js';
import { STANDARD_KINDS } from '../../web/src/office/programmes/edit/standard.js';

const TEXTS = {
  t: (name: string, slots = {}) => [name, ...Object.values(slots)].join(' '),
  tell: ({ zh }: Bilingual) => zh,
  language: 'zh',
} as unknown as Texts;
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

describe('what a new version of a programme changes', () => {
  const codes = CATALOGUE.map(([, programme]) => programme);
  const bees = codes.find(({ code }) => code === 'beekeeping')!;
  const allowance = codes.find(({ code }) => code === 'disability-allowance')!;
  const named = (before: Programme | null, now: Programme) =>
    changesIn(TEXTS, before, now).flatMap(({ name, changes }) => changes.map((change) => ({ of: name, ...change })));

  test('is nothing where only its number is another', () => {
    for (const programme of codes) expect(changesIn(TEXTS, programme, { ...programme, version: 9 })).toEqual([]);
  });

  test('is told of any two programmes that are not the same', () => {
    const one = fc.constantFrom(...codes);
    const property = fc.property(one, one, (before, now) => {
      const told = named(before, now);
      expect(told.length > 0).toBe(before !== now);
      for (const change of told) expect(change.before).not.toBe(change.now);
    });
    fc.assert(property);
  });

  test('is told by the parts of the form, in its words, as it was and as it is', () => {
    const changed: Programme = {
      ...{ ...bees, eligible: { ...bees.eligible, minority: true }, payTo: 'school', setOff: 'never' },
      ...{ papers: [], funding: { province: 10_000, city: 0, county: 0 }, standard: { kind: 'flat', fen: 60_050 } },
    };
    const told = named(bees, changed);
    expect([...new Set(told.map(({ of }) => of))]).toEqual(['whoMay', 'standard', 'papers', 'paying', 'funding']);
    const of = (label: string) =>
      told.filter((change) => change.label === label).map(({ before, now }) => [before, now]);
    expect(of('programmeForm.minority')).toEqual([['programmes.no', 'programmes.yes']]);
    expect(of('programmeForm.setOff')).toEqual([['programmeForm.byRule', 'programmeForm.setOffs.never']]);
    expect(of('programmeForm.flat')).toEqual([['', '600.5']]);
    expect(of('programmeForm.perUnit 箱')).toEqual([[expect.stringMatching(/^[1-9]/), '']]);
    expect(of('programmeForm.papers')).toEqual([[expect.stringContaining('programmeForm.required'), '']]);
  });

  test('amounts of grades stand beside their grades', () => {
    const { standard } = allowance;
    if (standard.kind !== 'byGrade') throw new Error('The allowance is paid by grade.');
    const fenByGrade = standard.fenByGrade.map((fen) => fen * 2);
    const [change] = named(allowance, { ...allowance, standard: { ...standard, fenByGrade } });
    const [grade] = allowance.measure.grades!;
    for (const [text, [fen = 0]] of [
      [change!.before, standard.fenByGrade],
      [change!.now, fenByGrade],
    ] as const)
      expect(text.split('\n')[0]).toBe(`${grade!.zh} ${fen / 100}`);
  });

  test('is all of it where the programme is new', () => {
    for (const programme of codes) {
      const labels = named(null, programme).map(({ label }) => label);
      const fields = programmeFields(TEXTS, programmeValues(TEXTS, programme));
      expect(labels).toEqual(fields.map(({ label }) => label));
    }
  });
});
