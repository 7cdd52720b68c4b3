import { unitsText } from '../domain/rules/english-units.js';
import { quantityText } from '../domain/rules/quantities.js';
import { signers } from '../domain/rules/separation-of-duty.js';
import type { Strand } from '../domain/schemas/application.js';
import type { Bilingual } from '../domain/schemas/common.js';
import type { Transition } from '../domain/schemas/transition.js';
import { ROLE_NAMES } from '../domain/texts/roles.js';
import { timelineText } from '../domain/texts/timeline.js';
import type { SealedRegister } from './sealed-register.js';

/** What the story of a case needs to know besides its steps. */
export interface StoryFacts {
  readonly measure: { readonly scale: number; readonly unit: Bilingual };
  readonly register: SealedRegister;
}

/** The story of a case in Chinese, a line for each step of its histories; names come from the sealed register. */
export function storyText(
  caseNo: string,
  steps: readonly { readonly strand: Strand; readonly step: Transition }[],
  { measure, register }: StoryFacts,
): string {
  const facts = {
    quantity: (quantity: number) => {
      const number = quantityText(quantity, measure.scale);
      return { zh: `${number}${measure.unit.zh}`, en: unitsText(number, measure.unit.en) };
    },
    paper: (kind: string) => ({ zh: kind, en: kind }),
    change: () => ({ zh: '家庭变化', en: 'A change' }),
    ...{ documentNo: '', looksAt: [], findingsShown: true },
  };
  const named = (id: string, at: number): string => {
    const official = register.at('official', id, at);
    const office = official && register.at('office', official.officeId, at);
    return official ? `${official.name}（${office?.name ?? official.officeId}）` : '';
  };
  const who = (step: Transition): string =>
    step.kind === 'acted'
      ? signers(step.act)
          .map(({ id, role }) => `${ROLE_NAMES[role].zh}${named(id, step.at)}`)
          .join('、')
      : '';
  const papers = (step: Transition): string =>
    step.kind === 'acted' && step.act.papers ? `  材料 ${step.act.papers.join(' ')}` : '';
  const lines = steps.map(
    ({ strand, step }) =>
      [`${moment(step.at)}  ${strand}/${step.seq}`, timelineText(step, facts).zh, who(step)]
        .filter(Boolean)
        .join('  ') + papers(step),
  );
  return `办件 ${caseNo} 经过（由流程历史生成）\n\n${lines.join('\n')}\n`;
}

/** Asia/Shanghai, to the minute. */
const moment = (epochMs: number): string =>
  new Date(epochMs + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
