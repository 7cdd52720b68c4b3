import { oneUnit } from '../rules/english-units.js';
import { yuanText } from '../rules/fen.js';
import type { PublishedStandard } from '../rules/household-standard.js';
import { measuredText, percentText } from '../rules/quantities.js';
import type { Bilingual } from '../schemas/common.js';
import type { Measure, Programme } from '../schemas/programme.js';
import { HOUSEHOLD_GROUPS } from '../schemas/published-standard.js';
import { GROUP_NAMES } from './programme.js';

type Kind = PublishedStandard['kind'];
type Of<K extends Kind> = Extract<PublishedStandard, { kind: K }>;
type Said = Pick<Programme, 'measure' | 'period' | 'yearCapFen'> & { readonly standard: PublishedStandard };

const PER_PERIOD: Readonly<Record<Programme['period'], Bilingual>> = {
  year: said('每户每年', 'per household and year'),
  once: said('每户', 'per household'),
  month: said('每户每月', 'per household and month'),
  term: said('每户每学期', 'per household and school term'),
  each: said('每户每次', 'per household each time'),
};

const SENTENCES: { readonly [K in Kind]: (standard: Of<K>, programme: Said) => Bilingual } = {
  perUnit: (standard, { measure: { unit }, period }) =>
    capped(
      said(
        `每${unit.zh}补助${yuanText(standard.fenPerUnit)}元`,
        `${yuanText(standard.fenPerUnit)} yuan per ${oneUnit(unit.en)}`,
      ),
      { ...standard, period },
    ),
  share: (standard, { measure: { name }, period }) => {
    const main = capped(
      said(
        `按${name.zh}的${percentText(standard.basisPoints)}补助`,
        `${percentText(standard.basisPoints)} of: ${name.en.toLowerCase()}`,
      ),
      { ...standard, period },
    );
    if (standard.leastBasisPoints === undefined) return main;
    const least = percentText(standard.leastBasisPoints);
    return said(`${main.zh}，但不低于${name.zh}的${least}`, `${main.en}, but never under ${least}`);
  },
  flat: ({ fen }, { period }) => {
    const each = PER_PERIOD[period];
    return said(`${each.zh}补助${yuanText(fen)}元`, `${yuanText(fen)} yuan ${each.en}`);
  },
  byGrade: ({ fenByGrade }, { measure }) => table(fenByGrade, measure),
  byGradeAndGroup: ({ fenByGrade }, { measure }) => {
    const rows = HOUSEHOLD_GROUPS.flatMap((group) => {
      const row = fenByGrade[group];
      if (!row) return [];
      const [name, amounts] = [GROUP_NAMES[group], table(row, measure)];
      return [said(`${name.zh}：${amounts.zh}`, `${name.en}: ${amounts.en}`)];
    });
    return joined(rows, '；', '; ');
  },
  discretionary: ({ limitFen }, { period }) => {
    const [limit, each] = [yuanText(limitFen), PER_PERIOD[period]];
    return said(
      `根据实际困难逐户研究确定并说明理由，${each.zh}最高${limit}元`,
      `By a reasoned decision on the actual hardship, at most ${limit} yuan ${each.en}`,
    );
  },
  interest: (standard, { period }) => {
    const { basisPoints, dayBasis } = standard;
    return capped(
      said(
        `按贷款本金、实际用款天数和年利率${percentText(basisPoints)}（一年按${dayBasis}天计）贴息`,
        `Interest on the principal for the days it was used, ${percentText(basisPoints)} a year of ${dayBasis} days`,
      ),
      { ...standard, period },
    );
  },
};

/** What the programme pays, in the sentence that a notice carries. */
export function standardText(programme: Said): Bilingual {
  const { standard, yearCapFen } = programme;
  const sentence = SENTENCES[standard.kind] as (standard: PublishedStandard, programme: Said) => Bilingual;
  const { zh, en } = sentence(standard, programme);
  if (yearCapFen === undefined) return said(zh, en);
  const cap = yuanText(yearCapFen);
  return said(`${zh}；每户每年累计不超过${cap}元`, `${en}; no more than ${cap} yuan per household in a year`);
}

interface Caps {
  readonly capFen: number;
  readonly capPerPersonFen?: number | undefined;
  readonly period: Programme['period'];
}

function capped(rate: Bilingual, { capFen, capPerPersonFen, period }: Caps): Bilingual {
  const [cap, each] = [yuanText(capFen), PER_PERIOD[period]];
  const whole = said(`${rate.zh}，${each.zh}最高${cap}元`, `${rate.en}, at most ${cap} yuan ${each.en}`);
  if (capPerPersonFen === undefined) return whole;
  const person = yuanText(capPerPersonFen);
  return said(
    `${whole.zh}，且人均不超过${person}元`,
    `${whole.en} and ${person} yuan for each member of the household`,
  );
}

/** Amounts by grade; grades that get nothing are not named. */
function table(fenByGrade: readonly number[], measure: Measure): Bilingual {
  const cells = fenByGrade.flatMap((fen, index) => {
    if (fen === 0) return [];
    const grade = measuredText(measure, index + 1);
    return [said(`${grade.zh}补助${yuanText(fen)}元`, `${grade.en} ${yuanText(fen)} yuan`)];
  });
  return joined(cells, '，', ', ');
}

const joined = (texts: readonly Bilingual[], between: string, betweenEn: string): Bilingual =>
  said(texts.map(({ zh }) => zh).join(between), texts.map(({ en }) => en).join(betweenEn));

function said(zh: string, en: string): Bilingual {
  return { zh, en };
}
