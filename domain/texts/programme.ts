import { yuanText } from '../rules/fen.js';
import type { ApplicantKind } from '../rules/applicants.js';
import type { Bilingual } from '../schemas/common.js';
import type { Eligibility, Standing, VillageType } from '../schemas/eligibility.js';
import type { HouseholdGroup } from '../schemas/published-standard.js';

export const STANDING_NAMES: Readonly<Record<Standing, Bilingual>> = {
  registered: { zh: '在册低收入农户', en: 'registered households' },
  observation: { zh: '观察期农户', en: 'households under observation' },
  exited: { zh: '已退出农户', en: 'households that have left the register' },
  unregistered: { zh: '未建档农户', en: 'households that are not in the register' },
};
export const GROUP_NAMES: Readonly<Record<HouseholdGroup, Bilingual>> = {
  dibao: { zh: '低保户', en: 'dibao' },
  dibaoMarginal: { zh: '低保边缘户', en: 'dibao-marginal' },
  lowIncome: { zh: '其他低收入农户', en: 'other low-income' },
};
export const VILLAGE_TYPE_NAMES: Readonly<Record<VillageType, Bilingual>> = {
  key: { zh: '重点帮扶村', en: 'key villages' },
  weak: { zh: '集体经济薄弱村', en: 'weak villages' },
  minority: { zh: '民族村', en: 'minority villages' },
};
const GRADES = ['', '一级', '二级', '三级', '四级'];

/** Who may apply, in a sentence. */
export function eligibilityText(eligible: Eligibility, applicant: ApplicantKind = 'household'): Bilingual {
  if (applicant === 'collective') return collectiveText(eligible);
  const conditions = conditionsOf(eligible);
  const who = whoOf(eligible);
  return {
    zh: [who.zh, ...conditions.map(({ zh }) => zh)].join('，'),
    en: [who.en, ...conditions.map(({ en }) => en)].join(', '),
  };
}

/** 村集体: by the kind of its village alone. */
function collectiveText({ villageTypes }: Eligibility): Bilingual {
  const names = villageTypes?.map((type) => VILLAGE_TYPE_NAMES[type]);
  if (!names) return { zh: '村集体（村股份经济合作社），农户不申报', en: 'village collectives, not households' };
  return {
    zh: `${names.map(({ zh }) => zh).join('、')}的村集体（村股份经济合作社），农户不申报`,
    en: `the collectives of ${names.map(({ en }) => en).join(', ')}, not households`,
  };
}

function whoOf({ standings, groups }: Eligibility): Bilingual {
  if (standings.length === Object.keys(STANDING_NAMES).length) {
    return { zh: '所有农户，不论是否建档立卡', en: 'any rural household, registered or not' };
  }
  const [standing, group] = [standings.map((one) => STANDING_NAMES[one]), groups.map((one) => GROUP_NAMES[one])];
  return {
    zh: `${standing.map(({ zh }) => zh).join('、')}（${group.map(({ zh }) => zh).join('、')}）`,
    en: `${standing.map(({ en }) => en).join(', ')} (${group.map(({ en }) => en).join(', ')})`,
  };
}

function conditionsOf(eligible: Eligibility): Bilingual[] {
  const { needsLabour, withoutLabour, disabilityGrades, minority, villageTypes, incomeBelowFen } = eligible;
  const conditions: Bilingual[] = [];
  if (needsLabour) conditions.push({ zh: '家中有劳动力', en: 'with a member who can work' });
  if (withoutLabour) conditions.push({ zh: '家中无劳动力', en: 'without a member who can work' });
  if (disabilityGrades) {
    const grades = disabilityGrades.map((grade) => GRADES[grade]).join('、');
    conditions.push({
      zh: `有${grades}残疾的成员`,
      en: `with a member disabled to grade ${disabilityGrades.join(', ')}`,
    });
  }
  if (minority) conditions.push({ zh: '有少数民族成员', en: 'with a member of a national minority' });
  if (villageTypes) {
    const names = villageTypes.map((type) => VILLAGE_TYPE_NAMES[type]);
    conditions.push({
      zh: `住在${names.map(({ zh }) => zh).join('、')}`,
      en: `living in ${names.map(({ en }) => en).join(', ')}`,
    });
  }
  if (incomeBelowFen !== undefined) {
    const line = yuanText(incomeBelowFen);
    conditions.push({ zh: `人均年收入低于${line}元`, en: `with less than ${line} yuan a year for each person` });
  }
  return conditions;
}
