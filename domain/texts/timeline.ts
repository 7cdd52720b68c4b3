import { DESK_FINDINGS, type DeskFindingCode } from '../rules/desk-findings.js';
import { yuanText } from '../rules/fen.js';
import { reasonOf } from '../rules/reasons.js';
import type { Act } from '../schemas/act.js';
import type { Bilingual } from '../schemas/common.js';
import type { Transition } from '../schemas/transition.js';
import { FINDING_NAMES, OUTCOME_NAMES } from './endings.js';
import { returnReason } from './money.js';
import { STAGE_NAMES } from './stages.js';
import { VERDICT_NAMES } from './verdicts.js';

type Sentences = { readonly [K in Transition['kind']]: (step: Extract<Transition, { kind: K }>) => Bilingual };

const yuan = (zh: string, en: string, amountFen: number): Bilingual => ({
  zh: `${zh}${yuanText(amountFen)}元`,
  en: `${en} ${yuanText(amountFen)} yuan`,
});

const SENTENCES: Sentences = {
  entered: ({ stage }) => ({ zh: `进入${STAGE_NAMES[stage].zh}`, en: `Entered: ${STAGE_NAMES[stage].en}` }),
  acted: ({ act }) => actText(act),
  deskChecked: ({ findings }) => findingsText(findings),
  amountSet: ({ amountFen }) => yuan('金额核定为', 'Amount set to', amountFen),
  reserved: ({ amountFen }) => yuan('已预留指标', 'Reserved from the allotment:', amountFen),
  allotmentShort: ({ amountFen }) => yuan('指标余额不足，需要', 'The allotment is short; needed:', amountFen),
  published: ({ publicationNo }) => ({ zh: `网上公示 ${publicationNo}`, en: `Published online as ${publicationNo}` }),
  noticeClosed: () => ({ zh: '公示期满，无未决异议', en: 'The notice ended; no objection is open' }),
  committed: ({ decisionNo, amountFen }) =>
    yuan(`立项生效（${decisionNo}），补助`, `Approved (${decisionNo}), subsidy`, amountFen),
  objected: () => ({ zh: '收到一份异议', en: 'An objection was received' }),
  papersReceived: () => ({ zh: '承诺的材料已补交', en: 'Promised papers came in' }),
  changeReported: () => ({ zh: '登记了家庭变化', en: 'A change in the household was reported' }),
  deadlinePassed: ({ stage }) => ({
    zh: `${STAGE_NAMES[stage].zh}期限已过`,
    en: `The term passed: ${STAGE_NAMES[stage].en}`,
  }),
  deadlineMoved: () => ({ zh: '日历调整，期限顺延', en: 'The deadline moved later with the calendar' }),
  paymentOrdered: ({ amountFen }) => yuan('已编制拨付指令', 'Payment order made:', amountFen),
  paymentCancelled: () => ({ zh: '拨付指令已取消', en: 'The payment order was cancelled' }),
  paymentSettled: ({ result, reasonCode }) =>
    result === 'credited'
      ? { zh: '银行确认到账', en: 'The bank credited the account' }
      : {
          zh: `银行退回：${returnReason(reasonCode ?? '').zh}`,
          en: `Returned by the bank: ${returnReason(reasonCode ?? '').en}`,
        },
  recoveryOpened: ({ amountFen }) => yuan('启动追回', 'Recovery opened:', amountFen),
  closed: ({ outcome }) => ({
    zh: `办结：${OUTCOME_NAMES[outcome.kind].zh}`,
    en: `Closed: ${OUTCOME_NAMES[outcome.kind].en}`,
  }),
};

/** What a step says to people. */
export const stepText = (step: Transition): Bilingual =>
  (SENTENCES[step.kind] as (step: Transition) => Bilingual)(step);

function actText({ stage, verdict, reasonCode, score }: Act): Bilingual {
  const name = VERDICT_NAMES[verdict];
  const finding = reasonCode !== undefined && Object.hasOwn(FINDING_NAMES, reasonCode);
  const reason = finding ? FINDING_NAMES[reasonCode as keyof typeof FINDING_NAMES] : reasonOf(reasonCode);
  const points = score === undefined ? undefined : { zh: `${score}分`, en: `${score} points` };
  const more = [reason, points].filter((part) => part !== undefined);
  const joined = (language: 'zh' | 'en', stop: string) => more.map((part) => `${stop}${part[language]}`).join('');
  return {
    zh: `${STAGE_NAMES[stage].zh}：${name.zh}${joined('zh', '，')}`,
    en: `${STAGE_NAMES[stage].en}: ${name.en}${joined('en', ', ')}`,
  };
}

function findingsText(findings: readonly string[]): Bilingual {
  const known = findings.map((code) => DESK_FINDINGS[code as DeskFindingCode]);
  if (known.length === 0) return { zh: '系统比对：未发现问题', en: 'Desk check: nothing found' };
  return {
    zh: `系统比对：${known.map(({ zh }) => zh).join('；')}`,
    en: `Desk check: ${known.map(({ en }) => en).join('; ')}`,
  };
}
