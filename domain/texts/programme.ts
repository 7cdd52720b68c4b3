import type { Standard } from '../rules/amounts.js';
import { yuanText } from '../rules/fen.js';
import type { Bilingual } from '../schemas/common.js';
import type { Programme } from '../schemas/programme.js';

const STANDINGS: Readonly<Record<Programme['eligible']['standings'][number], Bilingual>> = {
  registered: { zh: '在册低收入农户', en: 'registered households' },
  observation: { zh: '观察期农户', en: 'households under observation' },
};
const GROUPS: Readonly<Record<Programme['eligible']['groups'][number], Bilingual>> = {
  dibao: { zh: '低保户', en: 'dibao' },
  dibaoMarginal: { zh: '低保边缘户', en: 'dibao-marginal' },
  lowIncome: { zh: '其他低收入农户', en: 'other low-income' },
};

/** Who may apply, in a sentence. */
export function eligibilityText({ standings, groups, needsLabour }: Programme['eligible']): Bilingual {
  const all = [...standings.map((standing) => STANDINGS[standing]), ...groups.map((group) => GROUPS[group])];
  const [standing, group] = [all.slice(0, standings.length), all.slice(standings.length)];
  return {
    zh: `${standing.map(({ zh }) => zh).join('、')}（${group.map(({ zh }) => zh).join('、')}）${needsLabour ? '，家中有劳动力' : ''}`,
    en: `${standing.map(({ en }) => en).join(', ')} (${group.map(({ en }) => en).join(', ')})${needsLabour ? ', with a member who can work' : ''}`,
  };
}

/** What the programme pays, in a sentence. */
export function standardText(standard: Standard, unit: Bilingual): Bilingual {
  switch (standard.kind) {
    case 'perUnit':
      return {
        zh: `每${unit.zh}${yuanText(standard.fenPerUnit)}元，最高${yuanText(standard.capFen)}元`,
        en: `${yuanText(standard.fenPerUnit)} yuan per ${unit.en}, at most ${yuanText(standard.capFen)}`,
      };
    case 'share':
      return {
        zh: `按金额的${standard.basisPoints / 100}%补助，最高${yuanText(standard.capFen)}元`,
        en: `${standard.basisPoints / 100}% of the amount, at most ${yuanText(standard.capFen)} yuan`,
      };
    case 'flat':
      return { zh: `一次性${yuanText(standard.fen)}元`, en: `${yuanText(standard.fen)} yuan once` };
  }
}
