import type { Bilingual } from '../schemas/common.js';
import type { HouseholdGroup, Programme } from '../schemas/programme.js';

const STANDINGS: Readonly<Record<Programme['eligible']['standings'][number], Bilingual>> = {
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

/** Who may apply, in a sentence. */
export function eligibilityText({ standings, groups, needsLabour }: Programme['eligible']): Bilingual {
  const all = [...standings.map((standing) => STANDINGS[standing]), ...groups.map((group) => GROUP_NAMES[group])];
  const [standing, group] = [all.slice(0, standings.length), all.slice(standings.length)];
  return {
    zh: `${standing.map(({ zh }) => zh).join('、')}（${group.map(({ zh }) => zh).join('、')}）${needsLabour ? '，家中有劳动力' : ''}`,
    en: `${standing.map(({ en }) => en).join(', ')} (${group.map(({ en }) => en).join(', ')})${needsLabour ? ', with a member who can work' : ''}`,
  };
}
