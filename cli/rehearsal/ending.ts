import type { ReasonCode } from '../../domain/rules/reasons.js';
import type { CaseView } from '../../domain/schemas/case-view.js';
import type { FINDINGS, Outcome } from '../../domain/schemas/outcome.js';
import { FINDING_NAMES } from '../../domain/texts/endings.js';
import type { Bilingual } from '../../domain/schemas/common.js';

/** What of a case's end its script foretells; what it leaves open is not compared. */
export interface Ending {
  readonly outcome: Exclude<Outcome['kind'], 'reviewed' | 'settledIn'>;
  readonly reason?: ReasonCode;
  readonly finding?: (typeof FINDINGS)[number];
  /** Smallest steps of the measure, as amended or accepted. */
  readonly quantity?: number;
  /** Of every order in turn. */
  readonly payments?: readonly string[];
  /** A part of it is set off against a claim. */
  readonly keptBack?: true;
  /** It goes to somebody of the register of payees. */
  readonly paidToPayee?: true;
}

/** The ending of a case as it stands: all that a script may foretell of it. */
type ActualEnding = { readonly [K in keyof Required<Ending>]: Ending[K] | undefined } & Pick<Ending, 'outcome'>;

/** @returns undefined while it has not ended */
export function endingOf(view: CaseView): ActualEnding | undefined {
  if (!view.outcome) return undefined;
  return {
    outcome: view.outcome.kind.code as Ending['outcome'],
    reason: view.outcome.reason?.code as ReasonCode | undefined,
    finding: view.review?.finding?.code as Ending['finding'],
    quantity: view.quantity,
    payments: view.payments.toSorted((one, two) => one.attempt - two.attempt).map(({ state }) => state.code),
    keptBack: view.setOffs.length > 0 ? true : undefined,
    paidToPayee: view.payee ? true : undefined,
  };
}

/** What is otherwise than foretold, in words; undefined when nothing is. */
export function difference(foretold: Ending, view: CaseView): string | undefined {
  const ending = endingOf(view);
  if (!ending) return `没有办结，在“${view.stage.zh}” / not ended, at ${view.stage.code}`;
  const names = Object.keys(foretold) as (keyof Ending)[];
  const other = names.filter((name) => JSON.stringify(foretold[name]) !== JSON.stringify(ending[name]));
  const told = other.map((name) => `${name}: ${JSON.stringify(ending[name])} ≠ ${JSON.stringify(foretold[name])}`);
  return told.length > 0 ? told.join('; ') : wrongMoney(view);
}

const PAID = ['completed', 'notConfirmed', 'housedOtherwise'];

/** A case that was paid has its amount credited, in one part or two, but for what was set off; of another what was credited is claimed back. */
function wrongMoney({ outcome, amountFen, payments, recovery, setOffs }: CaseView): string | undefined {
  const credits = payments.filter(({ state }) => state.code === 'credited').map((payment) => payment.amountFen);
  const due = PAID.includes(outcome?.kind.code ?? '') ? amountFen : (recovery?.amountFen ?? 0);
  const kept = setOffs.map((setOff) => setOff.amountFen);
  const isDue = [...credits, ...kept].reduce((sum, fen) => sum + fen, 0) === due;
  return isDue ? undefined : `credited: ${credits.join(', ')} ≠ ${due}`;
}

/** In a few words, for a table. */
const OUTCOMES: Readonly<Record<Ending['outcome'], Bilingual>> = {
  completed: { zh: '到账', en: 'paid' },
  refused: { zh: '不予通过', en: 'refused' },
  lapsed: { zh: '逾期失效', en: 'lapsed' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  notCompleted: { zh: '未按期完成', en: 'not done in time' },
  housedOtherwise: { zh: '以其他方式保障住房', en: 'housed in another way' },
  closedForChange: { zh: '因家庭变化终止', en: 'closed for a change' },
  granted: { zh: '批准享受', en: 'granted' },
  entitlementEnded: { zh: '停止享受', en: 'entitlement ended' },
  notConfirmed: { zh: '未获确认，追回', en: 'not confirmed, claimed back' },
};

export function endingText({ outcome, finding }: Pick<ActualEnding | Ending, 'outcome' | 'finding'>): Bilingual {
  const { zh, en } = OUTCOMES[outcome];
  if (!finding) return { zh, en };
  return { zh: `${zh}，${FINDING_NAMES[finding].zh}`, en: `${en}, ${FINDING_NAMES[finding].en.toLowerCase()}` };
}
