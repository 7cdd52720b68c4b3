import { describe, expect, test } from '@jest/globals';
import { collectiveIneligibility, type EligibilityFacts, ineligibility } from '../../domain/rules/eligibility.js';
import { Eligibility } from '../../domain/schemas/eligibility.js';
import { eligibilityText } from '../../domain/texts/programme.js';

const labour = { canWork: true, disability: 0, minority: false };
const disabled = { canWork: false, disability: 2, minority: false };
const she = { canWork: false, disability: null, minority: true };
const household = (facts: Partial<EligibilityFacts> = {}): EligibilityFacts => ({
  ...{ standing: 'registered', group: 'dibao', members: [labour], villageType: null, incomeFen: 860_000 },
  ...facts,
});
const eligible = (conditions: Partial<Eligibility> = {}): Eligibility => ({
  ...{ standings: ['registered', 'observation'], groups: ['dibao', 'dibaoMarginal', 'lowIncome'], needsLabour: false },
  ...conditions,
});

describe('A programme is for a household', () => {
  test('that is what it asks for, and is kept from no other', () => {
    expect(ineligibility(eligible(), household())).toEqual([]);
  });

  test.each([
    ['has left the register', {}, { standing: 'exited' }, 'NOT_REGISTERED'],
    ['was never registered', {}, { standing: 'unregistered' }, 'NOT_REGISTERED'],
    ['is under observation', { standings: ['registered'] }, { standing: 'observation' }, 'STANDING_NOT_ELIGIBLE'],
    ['is of another group', { groups: ['lowIncome'] }, {}, 'GROUP_NOT_ELIGIBLE'],
    ['has nobody who can work', { needsLabour: true }, { members: [disabled] }, 'NO_LABOUR'],
    ['has somebody who can work', { withoutLabour: true }, {}, 'HAS_LABOUR'],
    ['has no disabled member', { disabilityGrades: [1, 2] }, {}, 'NO_DISABILITY'],
    ['has a member disabled to another grade', { disabilityGrades: [1] }, { members: [disabled] }, 'NO_DISABILITY'],
    ['belongs to no minority', { minority: true }, {}, 'NO_MINORITY'],
    ['lives in another kind of village', { villageTypes: ['key'] }, { villageType: 'weak' }, 'VILLAGE_NOT_ELIGIBLE'],
    ['has an income on the line', { incomeBelowFen: 860_000 }, {}, 'INCOME_TOO_HIGH'],
    ['has an income that nobody knows', { incomeBelowFen: 860_000 }, { incomeFen: null }, 'INCOME_UNKNOWN'],
  ] as const)('but not for one that %s', (_, conditions, facts, finding) => {
    expect(ineligibility(eligible(conditions as Partial<Eligibility>), household(facts))).toEqual([finding]);
  });

  test.each([
    ['a disabled member', { disabilityGrades: [1, 2] }, { members: [labour, disabled] }],
    ['a member of a minority', { minority: true }, { members: [labour, she] }],
    ['a home in a key village', { villageTypes: ['key', 'weak'] }, { villageType: 'key' }],
    ['less than the line', { incomeBelowFen: 860_001 }, {}],
    ['nobody who can work', { withoutLabour: true }, { members: [disabled, she] }],
  ] as const)('that has %s where that is asked for', (_, conditions, facts) => {
    expect(ineligibility(eligible(conditions as Partial<Eligibility>), household(facts))).toEqual([]);
  });

  test('and for a person, where it is personal, by the own disability and nobody else’s', () => {
    const severe = eligible({ disabilityGrades: [1, 2] });
    expect(ineligibility(severe, household({ members: [labour, disabled], person: disabled }))).toEqual([]);
    expect(ineligibility(severe, household({ members: [labour, disabled], person: labour }))).toEqual([
      'NO_DISABILITY',
    ]);
  });

  test('outside of the register where it is for any rural household: the group means nothing there', () => {
    const anybody = eligible({ standings: ['registered', 'observation', 'exited', 'unregistered'], groups: ['dibao'] });
    expect(ineligibility(anybody, household({ standing: 'unregistered', group: 'lowIncome' }))).toEqual([]);
    expect(eligibilityText(anybody).zh).toBe('所有农户，不论是否建档立卡');
  });
});

describe('A programme that village collectives apply for', () => {
  const NAMED = eligible({ villageTypes: ['key', 'weak'], needsLabour: true, standings: ['registered'] });

  test.each([
    ['key', []],
    ['weak', []],
    ['minority', ['VILLAGE_NOT_ELIGIBLE']],
    [null, ['VILLAGE_NOT_ELIGIBLE']],
  ] as const)('asks of them what kind of village they are of, and nothing of a household: %s', (type, findings) => {
    expect(collectiveIneligibility(NAMED, type)).toEqual(findings);
  });

  test('says so, and that households do not', () => {
    expect(eligibilityText(NAMED, 'collective').zh).toBe(
      '重点帮扶村、集体经济薄弱村的村集体（村股份经济合作社），农户不申报',
    );
    expect(eligibilityText(eligible(), 'collective').en).toBe('village collectives, not households');
  });
});

describe('Who may, in a sentence', () => {
  test('names every condition', () => {
    const { zh } = eligibilityText(
      eligible({
        ...{ groups: ['dibao'], needsLabour: true, minority: true, disabilityGrades: [1, 2] },
        ...{ villageTypes: ['key'], incomeBelowFen: 900_000 },
      }),
    );
    expect(zh).toBe(
      '在册低收入农户、观察期农户（低保户），家中有劳动力，有一级、二级残疾的成员，有少数民族成员，住在重点帮扶村，人均年收入低于9,000.00元',
    );
  });

  test('no programme asks for labour and for none', () => {
    expect(Eligibility.safeParse(eligible({ needsLabour: true, withoutLabour: true })).success).toBe(false);
  });
});
