import type { Standard } from '../rules/amounts.js';
import type { AnyCaseWorkflow, RUN_WORKFLOW, SHARE_WORKFLOW } from '../rules/case-workflows.js';
import type { Loan, SignedLoanChange } from '../rules/loans.js';
import type { QuantityLimits } from '../rules/quantities.js';
import type { RentTerms } from '../rules/rent.js';
import type { PastDecision } from '../rules/separation-of-duty.js';
import type { CaseTerms, HousingTerms, ReviewTerms, Term } from '../rules/terms.js';
import type { Act } from './act.js';
import type { PayeeChoice } from './payee-choice.js';
import type { Transition } from './transition.js';

/**
 * Which sequence of transitions of a case: its main line, its performance review months later, money that came back, its
 * follow-up after a relocation.
 */
export const STRANDS = ['case', 'review', 'return', 'followUp'] as const;
export type Strand = (typeof STRANDS)[number];

/** Strands in which the case itself goes its way; what comes after is beside. */
export const MAIN_LINES: readonly Strand[] = ['case', 'return'];

/**
 * What is recorded of a case whose workflow is begun anew, because the engine was restored from a backup that is older
 * than the records. No personal data.
 */
export interface RecordedWay {
  /** When it first began, epoch ms. */
  readonly beganAt: number;
  /** All its steps, in order. */
  readonly steps: readonly Transition[];
  /** Deadlines as they were dated, epoch ms, by the number of the step that entered the stage. */
  readonly dueAt: Readonly<Record<number, number>>;
  /** Officials related to the household. */
  readonly recused: readonly string[];
}

/**
 * What a running case branches on, resolved when it was submitted; it ends under these rules. At most 4 kB, no
 * personal data: IDs, codes, amounts. The digests name immutable version rows of programme and county policy.
 */
export interface Application {
  readonly caseNo: string;
  readonly strand: 'case';
  /** Which workflow carries it; without it `directProject`, as of cases begun before there were others. */
  readonly workflow?: AnyCaseWorkflow | typeof RUN_WORKFLOW | typeof SHARE_WORKFLOW;
  /** The bundle in which it was applied for, with what was decided there for all of its households at once. */
  readonly bundle?: { readonly no: string; readonly acts: readonly Act[] };
  /** Empty where it is a collective's own: no household acts in it. */
  readonly householdId: string;
  readonly helperId?: string;
  /** Filed by a helper: nothing is paid before an official has confirmed the household's consent. */
  readonly consentToConfirm?: true;
  /** Village of the household, 12 digits. */
  readonly areaCode: string;
  readonly programmeDigest: string;
  readonly policyDigest: string;
  readonly standard: Standard;
  readonly quantity: number;
  /** What can be applied for, in the steps of the quantity. */
  readonly limits: QuantityLimits;
  /** Paid after acceptance (先建后补), or straight after the notice. */
  readonly paidAfterAcceptance: boolean;
  /** Whom a personal subsidy is for, a member of the household; without it the head. */
  readonly personId?: string;
  /** Fen above which a payment needs a third signature. */
  readonly thirdSignatureAboveFen?: number;
  /** Kinds of papers promised for later (容缺受理). */
  readonly promisedPapers: readonly string[];
  readonly terms: CaseTerms;
  /** Of renovation and relocation. */
  readonly housing?: HousingTerms;
  /** Of renovation: what a long lease in its place pays. */
  readonly rent?: RentTerms;
  /** Of a run: which entitlement it pays, and for which of its periods. */
  readonly run?: {
    readonly entitlementNo: string;
    readonly period: string;
    /** What has become of the loan whose interest it pays, in order. */
    readonly loanChanges?: readonly SignedLoanChange[];
    /** 收款单位: whom it pays, as was chosen last since it was granted. */
    readonly chosen?: PayeeChoice;
    /** 绩效评价: whether the year's review asks about this one. */
    readonly reviewed?: true;
  };
  /** The loan whose interest it asks for. */
  readonly loan?: Loan;
  /** 村集体: who of the register of payees applies itself, in place of a household. */
  readonly applicant?: { readonly payeeId: string };
  /** 村集体份额: which dividend it pays the collective's share of, and to whom of the register of payees. */
  readonly share?: { readonly dividendNo: string; readonly payeeId: string };
  /** Whom of the register of payees it asks to be paid in its place, with the SHA-256 of their agreement. */
  readonly payee?: { readonly id: string; readonly agreement?: string };
  /** Members of the household who move. */
  readonly movingMembers?: readonly string[];
  /** Who brought it about: whoever entered an unsafe house, or filed its bundle, does not judge it. */
  readonly decisions?: readonly PastDecision[];
  readonly recorded?: RecordedWay;
}

/** What a performance review branches on. */
export interface ReviewCommission {
  readonly caseNo: string;
  readonly strand: 'review';
  readonly householdId: string;
  readonly helperId?: string;
  readonly areaCode: string;
  readonly amountFen: number;
  /** Who decided in the case: they don't review it. */
  readonly decisions: readonly PastDecision[];
  readonly recused: readonly string[];
  readonly terms: ReviewTerms;
  /** How many things the programme says that it looks at; none of reviews that began before they were asked. */
  readonly looksAt?: number;
  readonly recorded?: RecordedWay;
}

/** What the follow-up of a relocation branches on. */
export interface FollowUpCommission {
  readonly caseNo: string;
  readonly strand: 'followUp';
  readonly householdId: string;
  readonly helperId?: string;
  readonly areaCode: string;
  readonly decisions: readonly PastDecision[];
  readonly recused: readonly string[];
  /** When the household is visited, each from the beginning. */
  readonly visits: readonly Term[];
  readonly recorded?: RecordedWay;
}

/** What a case branches on that is opened again, because its money came back after it was credited (退汇). */
export interface ReturnCommission {
  readonly caseNo: string;
  readonly strand: 'return';
  readonly householdId: string;
  readonly helperId?: string;
  readonly areaCode: string;
  readonly amountFen: number;
  /** Fen above which a payment needs a third signature. */
  readonly thirdSignatureAboveFen?: number;
  /** What the case has paid besides. */
  readonly paidFen?: number;
  /** The order that came back, and the number of the one that follows it. */
  readonly reference: string;
  readonly nextAttempt: number;
  /** Which part of the subsidy it was, where it is paid in parts. */
  readonly instalment?: number;
  /** Number of its first transition: a case may be opened again more than once. */
  readonly firstSeq: number;
  readonly decisions: readonly PastDecision[];
  readonly recused: readonly string[];
  readonly recorded?: RecordedWay;
}
