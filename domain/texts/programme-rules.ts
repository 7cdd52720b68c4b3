import type { PayTo } from '../rules/payee.js';
import type { Period } from '../rules/periods.js';
import type { LifeEvent, LifeEventEffect } from '../rules/life-events.js';
import { isPersonal } from '../rules/personal.js';
import type { Bilingual } from '../schemas/common.js';
import type { PAYMENT_MODES, Programme } from '../schemas/programme.js';
import { CHANGE_NAMES } from './endings.js';
import { rentText } from './rent.js';

export const PAY_TO_NAMES: Readonly<Record<PayTo, Bilingual>> = {
  head: said('户主本人账户', 'the account of the head of the household'),
  person: said('受益人本人账户', 'the own account of the person it is for'),
  agent: said('经纪人本人账户', 'the own account of the agent'),
  school: said('学校（培训机构）账户', 'the account of the school'),
  insurer: said('承保（经办）机构账户', 'the account of the insurer'),
  lessor: said('出租人账户，须农户同意', 'the account of the lessor, with the household’s consent'),
  contractor: said('施工方账户，须农户同意', 'the account of the contractor, with the household’s consent'),
  collective: said('村集体账户', 'the account of the village collective'),
};

export const PERIOD_NAMES: Readonly<Record<Period, Bilingual>> = {
  year: said('每户每年一次', 'once a year per household'),
  once: said('每户一次', 'once per household'),
  month: said('每月一次', 'once a month'),
  term: said('每学期一次', 'once a school term'),
  each: said('每次发生单独申请', 'each time it occurs'),
};

export const PAYMENT_MODE_NAMES: Readonly<Record<(typeof PAYMENT_MODES)[number], Bilingual>> = {
  reimbursement: said('先建后补：验收后拨付', 'reimbursement after acceptance'),
  reward: said('以奖代补：验收后拨付', 'reward after acceptance'),
  payForWork: said('以工代赈：完工后拨付', 'pay for work, when it is done'),
  advance: said('预拨：按进度分期拨付', 'advance, in instalments'),
  direct: said('审定后直接拨付', 'straight after the decision'),
};

export const EFFECT_NAMES: Readonly<Record<LifeEventEffect, Bilingual>> = {
  goOn: said('继续享受', 'goes on'),
  recompute: said('按变动日重新核算', 'is counted anew at the date of the change'),
  successor: said('由承接的成员继续', 'passes to a successor'),
  stop: said('停止', 'ends'),
  recover: said('停止并收回未使用部分', 'ends, and what was not used comes back'),
};

/** A rule of a programme, for people: what it is about, and what holds. */
export interface RuleText {
  readonly name: Bilingual;
  readonly text: Bilingual;
}

/** What holds besides who may and what it pays: how often, how and to whom, from whose money, and what changes do. */
export function programmeRules(programme: Programme): RuleText[] {
  const { paymentMode, payTo = 'head', orPayTo } = programme;
  return [
    ...whoApplies(programme),
    { name: said('次数', 'How often'), text: howOften(programme) },
    { name: said('拨付方式', 'Mode of payment'), text: PAYMENT_MODE_NAMES[paymentMode] },
    { name: said('拨付到', 'Paid to'), text: paidTo(payTo, orPayTo) },
    ...person(programme),
    ...funding(programme),
    ...land(programme),
    ...loan(programme),
    ...rent(programme),
    ...continuation(programme),
    ...lifeEvents(programme),
    ...review(programme),
  ];
}

/** 由谁申请: said where it is no household. */
function whoApplies({ applicant }: Programme): RuleText[] {
  if (applicant === undefined) return [];
  const text = said(
    '村集体自己申请：由本村代办人以村集体名义提交，附成员（代表）会议决议；农户不申报；公示村集体全称',
    'the village collective itself: the helper of its village files in its name, with the decision of its members; households do not; the notice has its full name',
  );
  return [{ name: said('由谁申请', 'Who applies'), text }];
}

function howOften({ period, applicant }: Programme): Bilingual {
  if (applicant === 'collective' && period === 'year') return said('每个村集体每年一次', 'once a year per collective');
  return PERIOD_NAMES[period];
}

function person(programme: Programme): RuleText[] {
  const { despiteClaims } = programme;
  const named = said('享受补助的家庭成员，各人分别申请', 'one member of the household, each for himself');
  const owed = said('尚有应退回补助的农户也可申请', 'a household that still owes money under a claim may apply, too');
  return [
    ...(isPersonal(programme) ? [{ name: said('补助对象', 'Whom it is for'), text: named }] : []),
    ...(despiteClaims ? [{ name: said('救急', 'Relief of need'), text: owed }] : []),
  ];
}

function paidTo(payTo: PayTo, orPayTo: PayTo | undefined): Bilingual {
  const own = PAY_TO_NAMES[payTo];
  if (orPayTo === undefined) return own;
  const other = PAY_TO_NAMES[orPayTo];
  return said(`${own.zh}；或${other.zh}`, `${own.en}; or ${other.en}`);
}

function funding({ funding }: Programme): RuleText[] {
  if (!funding) return [];
  const { province, city, county } = funding;
  const part = (points: number): string => `${points / 100}%`;
  return [
    {
      name: said('资金分担', 'Borne by'),
      text: said(
        `省${part(province)}、市${part(city)}、县${part(county)}`,
        `province ${part(province)}, city ${part(city)}, county ${part(county)}`,
      ),
    },
  ];
}

function land({ landSquareMetresPerPerson: metres }: Programme): RuleText[] {
  if (metres === undefined) return [];
  const text = said(
    `按搬迁人数安排，人均${metres}平方米住房建设用地`,
    `${metres} square metres of residential building land for each person who moves, on average`,
  );
  return [{ name: said('用地指标', 'Land'), text }];
}

function loan({ loan }: Programme): RuleText[] {
  if (!loan) return [];
  const { leastYuan, mostYuan, mostMonths } = loan;
  const term =
    mostMonths === undefined
      ? said('', '')
      : said(`，期限不超过${mostMonths}个月`, `, for ${mostMonths} months at most`);
  const text = said(
    `本金${leastYuan}元至${mostYuan}元${term.zh}；不高于贷款利率；可无还本续贷，展期限非主观原因`,
    `${leastYuan} to ${mostYuan} yuan${term.en}; never above the rate of the loan; renewed without repayment, extended only for reasons beyond the borrower`,
  );
  return [{ name: said('贷款', 'Loan'), text }];
}

function rent({ rent }: Programme): RuleText[] {
  if (!rent) return [];
  const { zh, en } = rentText(rent);
  const to = PAY_TO_NAMES.lessor;
  const text = said(
    `${zh}；拨付到${PAY_TO_NAMES.head.zh}，或${to.zh}`,
    `${en}; to ${PAY_TO_NAMES.head.en}, or ${to.en}`,
  );
  return [{ name: said('无建房能力的长期租赁', 'A long lease of whoever cannot build'), text }];
}

function continuation({ continuation }: Programme): RuleText[] {
  if (!continuation) return [];
  const observation = continuation.inObservation
    ? said('进入观察期后继续享受', 'goes on in observation')
    : said('进入观察期后停止', 'ends with observation');
  const exit =
    continuation.afterExit === 'untilDue'
      ? said('退出后享受至到期', 'and after the exit until it falls due')
      : said('退出后停止', 'and ends with the exit');
  const text = said(`${observation.zh}，${exit.zh}`, `${observation.en}, ${exit.en}`);
  return [{ name: said('观察期和退出', 'Observation and exit'), text }];
}

function lifeEvents({ lifeEvents }: Programme): RuleText[] {
  if (!lifeEvents) return [];
  const events = Object.entries(lifeEvents) as [LifeEvent, LifeEventEffect][];
  const text = said(
    events.map(([event, effect]) => `${CHANGE_NAMES[event].zh}：${EFFECT_NAMES[effect].zh}`).join('；'),
    events.map(([event, effect]) => `${CHANGE_NAMES[event].en}: ${EFFECT_NAMES[effect].en}`).join('; '),
  );
  return [{ name: said('家庭变化', 'Changes in the household'), text }];
}

function review({ reviewLooksAt }: Programme): RuleText[] {
  if (!reviewLooksAt) return [];
  const text = said(reviewLooksAt.map(({ zh }) => zh).join('；'), reviewLooksAt.map(({ en }) => en).join('; '));
  return [{ name: said('绩效评价', 'The review looks at'), text }];
}

function said(zh: string, en: string): Bilingual {
  return { zh, en };
}
