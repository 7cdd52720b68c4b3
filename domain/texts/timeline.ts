import { DESK_FINDINGS, type DeskFindingCode } from '../rules/desk-findings.js';
import { yuanText } from '../rules/fen.js';
import { reasonOf } from '../rules/reasons.js';
import { shanghaiDate } from '../rules/working-days.js';
import type { Bilingual } from '../schemas/common.js';
import type { Transition } from '../schemas/transition.js';
import { END_NAMES } from './entitlements.js';
import { FINDING_NAMES, OUTCOME_NAMES } from './endings.js';
import { FUND_SOURCES } from './ledger.js';
import { returnReason } from './money.js';
import { EFFECT_NAMES } from './programme-rules.js';
import { ANSWER_NAMES } from './review.js';
import { monthsText } from './rent.js';
import { STAGE_NAMES } from './stages.js';
import { VERDICT_NAMES } from './verdicts.js';

type Kind = Transition['kind'];
type Of<K extends Kind> = Extract<Transition, { kind: K }>;

/** What the sentences need to know besides the step itself. */
export interface TimelineFacts {
  /** A quantity in its unit: `12.50亩`. */
  readonly quantity: (quantity: number) => Bilingual;
  readonly paper: (kind: string) => Bilingual;
  /** What a reported change in the household is. */
  readonly change: (changeId: string) => Bilingual;
  /** What the performance review looks at. */
  readonly looksAt: readonly Bilingual[];
  /** Number of the document that gave the money, told to officials; empty where nothing is set aside. */
  readonly documentNo: string;
  /** Whether what the desk check found is told: to officials. */
  readonly findingsShown: boolean;
}

const SENTENCES: { readonly [K in Kind]: (step: Of<K>, facts: TimelineFacts) => Bilingual } = {
  entered: ({ stage }) => said(`进入环节：${STAGE_NAMES[stage].zh}`, `Stage reached: ${STAGE_NAMES[stage].en}`),
  acted,
  deskChecked,
  amountSet: ({ quantity, amountFen, rentMonths }, facts) => {
    if (rentMonths !== undefined) return rentSet(rentMonths, amountFen);
    const amount = facts.quantity(quantity);
    return said(
      `数量核定为${amount.zh}，补助${yuanText(amountFen)}元`,
      `Quantity set to ${amount.en}, subsidy ${yuanText(amountFen)} yuan`,
    );
  },
  reserved: ({ amountFen }, { documentNo }) =>
    said(
      `已预占资金指标${yuanText(amountFen)}元${documentNo && `（文号：${documentNo}）`}`,
      `${yuanText(amountFen)} yuan reserved${documentNo && ` from allotment ${documentNo}`}`,
    ),
  allotmentShort: ({ amountFen, of = [] }) => {
    const whose = said(
      of.map((one) => FUND_SOURCES[one].zh).join('、'),
      of.map((one) => FUND_SOURCES[one].en).join(', '),
    );
    return of.length === 0
      ? said(
          `资金指标余额不足${yuanText(amountFen)}元`,
          `Less than ${yuanText(amountFen)} yuan is left of the allotment`,
        )
      : said(
          `${whose.zh}资金指标余额不足：按分担比例应付${yuanText(amountFen)}元中的相应部分`,
          `Too little is left of the allotment of: ${whose.en}, for its part of ${yuanText(amountFen)} yuan`,
        );
  },
  publicationOpened: () => said('集中公示开始', 'The joint notice begins'),
  published: ({ publicationNo }) => said(`已上网公示（${publicationNo}）`, `Published online (${publicationNo})`),
  noticeClosed: () => said('公示期满，没有未处理的异议', 'The notice ran its full term and no objection is open'),
  committed: ({ decisionNo, amountFen }) =>
    said(
      `正式立项：${decisionNo}，核定补助${yuanText(amountFen)}元`,
      `Approved: ${decisionNo}, subsidy ${yuanText(amountFen)} yuan`,
    ),
  decided: ({ decisionNo, amountFen }) =>
    said(
      `作出救助决定：${decisionNo}，救助${yuanText(amountFen)}元，资金已落实`,
      `Relief decided: ${decisionNo}, ${yuanText(amountFen)} yuan, set aside at once`,
    ),
  granted: ({ decisionNo, amountFen }) =>
    said(
      `批准享受：${decisionNo}，每期${yuanText(amountFen)}元`,
      `Granted: ${decisionNo}, ${yuanText(amountFen)} yuan a period`,
    ),
  entitlementChecked: ({ end }) =>
    end === undefined
      ? said('已核对，仍符合享受条件', 'Looked at: the entitlement still holds')
      : said(`已核对，停止发放：${END_NAMES[end].zh}`, `Looked at, the entitlement ends: ${END_NAMES[end].en}`),
  periodCommitted: ({ amountFen }) =>
    said(`当期${yuanText(amountFen)}元资金指标已落实`, `${yuanText(amountFen)} yuan committed for the period`),
  announced: ({ publicationNo }) =>
    said(`救助结果已公告（${publicationNo}）`, `The result is announced (${publicationNo})`),
  objected: () =>
    said('收到公示异议，处理完毕前暂停办理', 'An objection was received: nothing goes on before it is settled'),
  papersReceived: ({ papers }, { paper }) =>
    said(
      `收到承诺补交的材料：${papers.map((kind) => paper(kind).zh).join('、')}`,
      `Promised papers received: ${papers.map((kind) => paper(kind).en).join(', ')}`,
    ),
  changeReported: ({ changeId, effect }, { change }) => {
    const { zh, en } = change(changeId);
    const rule = effect ? EFFECT_NAMES[effect] : undefined;
    return said(
      `登记家庭变化：${zh}${rule ? `（按项目规定${rule.zh}）` : ''}`,
      `Change in the household reported: ${en}${rule ? ` (by the programme it ${rule.en})` : ''}`,
    );
  },
  deadlinePassed: ({ stage }) =>
    said(`“${STAGE_NAMES[stage].zh}”期限届满`, `The term of “${STAGE_NAMES[stage].en}” is over`),
  deadlineMoved: ({ dueAt }) => {
    // A term ends at 24:00 of its last day.
    const day = shanghaiDate(dueAt - 1);
    return said(`日历调整，期限顺延至${day}`, `The calendar changed: the term now ends with ${day}`);
  },
  paymentOrdered: ({ reference, amountFen, instalment }, { documentNo }) => {
    const part = instalment === undefined ? said('', '') : said(`第${instalment}期`, ` as instalment ${instalment}`);
    return said(
      `已编制支付指令${reference}，${part.zh}${yuanText(amountFen)}元${documentNo && `（指标文号：${documentNo}）`}`,
      `Payment order ${reference} made, ${yuanText(amountFen)} yuan${part.en}${documentNo && ` (allotment ${documentNo})`}`,
    );
  },
  setOff: ({ claims }) => {
    const each = (between: string, of: (yuan: string, caseNo: string) => string) =>
      claims.map(({ caseNo, amountFen }) => of(yuanText(amountFen), caseNo)).join(between);
    return said(
      `从本次补助中抵扣应退款项：${each('；', (yuan, caseNo) => `${yuan}元（${caseNo}）`)}`,
      `Set off against this payment: ${each('; ', (yuan, caseNo) => `${yuan} yuan (${caseNo})`)}`,
    );
  },
  paymentCancelled: ({ reference, reasonCode }) => {
    const why = reasonCode === undefined ? said('', '') : returnReason(reasonCode);
    return said(
      `支付指令${reference}已撤销${why.zh && `（${why.zh}）`}，重新编制`,
      `Payment order ${reference} cancelled${why.en && ` (${why.en})`}, to be made anew`,
    );
  },
  paymentSettled,
  recoveryOpened: ({ amountFen }) =>
    said(`启动资金追回${yuanText(amountFen)}元`, `Recovery of ${yuanText(amountFen)} yuan opened`),
  landGranted: ({ squareMetres }) =>
    said(`安排建设用地指标${squareMetres}平方米`, `Land quota: ${squareMetres} square metres`),
  placed: ({ plotNo, persons }) =>
    said(`已预留安置地块（套房）${plotNo}，${persons}人`, `Plot or flat ${plotNo} set aside for ${persons} persons`),
  placeRefused: ({ plotNo, why }) =>
    why === 'plotTaken'
      ? said(`地块（套房）${plotNo}已分配给其他农户，另行商定`, `Plot or flat ${plotNo} was given to another household`)
      : said('安置点剩余容量不足，另行商定', 'The site has too little room left'),
  pointOpened: ({ stage }) => said(`待落实：${STAGE_NAMES[stage].zh}`, `To be settled: ${STAGE_NAMES[stage].en}`),
  placeReleased: () => said('已退出预留的安置地块（套房）', 'The plot or flat is free again'),
  closed: ({ outcome }) => said(`办结：${OUTCOME_NAMES[outcome.kind].zh}`, `Closed: ${OUTCOME_NAMES[outcome.kind].en}`),
};

/** A closed case goes on, since the bank took back what it had credited. */
export const reopenedText = (reference: string): Bilingual =>
  said(
    `补助到账后又被银行退回（${reference}），办件重新打开，更正账户后重新拨付，无需重新申请`,
    `The bank took back what it had credited (${reference}): the case is open again, and is paid anew once the account is put right`,
  );

/** A step of a case in plain words, made from its codes. */
export const timelineText = (step: Transition, facts: TimelineFacts): Bilingual =>
  (SENTENCES[step.kind] as (step: Transition, facts: TimelineFacts) => Bilingual)(step, facts);

function acted({ act }: Of<'acted'>, facts: TimelineFacts): Bilingual {
  const { stage, verdict, reasonCode, quantity, score, answers = [] } = act;
  const reason = reasonOf(reasonCode) ?? FINDING_NAMES[reasonCode as keyof typeof FINDING_NAMES];
  const details = [
    reason,
    quantity === undefined ? undefined : facts.quantity(quantity),
    score === undefined ? undefined : said(`${score}分`, `score ${score}`),
    ...answers.map((answer, index) => answered(facts.looksAt[index], ANSWER_NAMES[answer])),
  ].filter((detail) => detail !== undefined);
  const within = (texts: string[], open: string, between: string, close: string): string =>
    texts.length > 0 ? `${open}${texts.join(between)}${close}` : '';
  return said(
    `${STAGE_NAMES[stage].zh}：${VERDICT_NAMES[verdict].zh}${within(
      details.map(({ zh }) => zh),
      '（',
      '；',
      '）',
    )}`,
    `${STAGE_NAMES[stage].en}: ${VERDICT_NAMES[verdict].en}${within(
      details.map(({ en }) => en),
      ' (',
      '; ',
      ')',
    )}`,
  );
}

const answered = (question: Bilingual | undefined, { zh, en }: Bilingual): Bilingual | undefined =>
  question && said(`${question.zh}：${zh}`, `${question.en}: ${en}`);

function rentSet(months: number, amountFen: number): Bilingual {
  const [lease, yuan] = [monthsText(months), yuanText(amountFen)];
  return said(`改为${lease.zh}，租金补助${yuan}元`, `Instead of it ${lease.en}: ${yuan} yuan of its rent`);
}

function deskChecked({ findings }: Of<'deskChecked'>, { findingsShown }: TimelineFacts): Bilingual {
  const known = findings.flatMap((code) => DESK_FINDINGS[code as DeskFindingCode] ?? []);
  if (!findingsShown) return said('系统已自动比对名册和相关数据', 'Compared with the register and other databases');
  if (known.length === 0) return said('系统自动比对，未发现问题', 'Desk check: nothing found');
  return said(
    `系统自动比对发现：${known.map(({ zh }) => zh).join('；')}`,
    `Desk check found: ${known.map(({ en }) => en).join('; ')}`,
  );
}

function paymentSettled({ reference, result, reasonCode }: Of<'paymentSettled'>): Bilingual {
  if (result === 'credited') return said(`补助已到账（${reference}）`, `The subsidy is on the account (${reference})`);
  const why = returnReason(reasonCode ?? 'UNSPECIFIED');
  return said(`银行退回（${reference}）：${why.zh}`, `Returned by the bank (${reference}): ${why.en}`);
}

function said(zh: string, en: string): Bilingual {
  return { zh, en };
}
