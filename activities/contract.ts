import type { EndReason } from '../domain/rules/entitlement-ends.js';
import type { Bearer } from '../domain/rules/funding.js';
import type { Act } from '../domain/schemas/act.js';
import type { Strand } from '../domain/schemas/application.js';
import type { Transition } from '../domain/schemas/transition.js';

/** The recorder's answer: when the deadline it dated for the stage last entered ends, epoch ms. */
export interface Recorded {
  readonly dueAt?: number;
}

/** Steps of a case that belong together; one argument, since each is sealed by itself. */
export interface Writing {
  readonly caseNo: string;
  readonly strand: Strand;
  readonly transitions: readonly Transition[];
}

export type Reservation =
  | { readonly kind: 'reserved' }
  /** `of`: whose allotments have too little, where several bear the programme together. */
  | { readonly kind: 'short'; readonly of?: readonly Bearer[] };

/** A plot or flat of a resettlement site for so many persons. */
export interface Place {
  readonly siteId: string;
  readonly plotNo: string;
  readonly persons: number;
}

export type Placement = { readonly kind: 'placed' | 'plotTaken' | 'siteFull' };

/** A payment of a case that an order is to be made for. */
export interface ToPay {
  readonly caseNo: string;
  /** Of the order. */
  readonly reference: string;
  readonly amountFen: number;
}

/** What is kept back of a payment for a claim in a case of the household. */
export interface KeptBack {
  readonly caseNo: string;
  readonly amountFen: number;
}

export type NoticeClosing =
  | { readonly kind: 'closed'; readonly decisionNo: string }
  /** `leftMs`: until the end of the term, by PostgreSQL's clock. */
  | { readonly kind: 'running'; readonly leftMs: number }
  | { readonly kind: 'objections'; readonly objectionIds: readonly string[] };

export interface DeskCheck {
  /** Codes of `domain/rules/desk-findings.ts`. */
  readonly findings: readonly string[];
  /** Officials related to the household. */
  readonly recused: readonly string[];
}

export interface Worth {
  readonly quantity: number;
  readonly amountFen: number;
}

export interface EntitlementCheck {
  /** Why it does not hold any more. */
  readonly end?: EndReason;
  /** Changes in the household that were reported since its last period and have to be looked at. */
  readonly changes: readonly string[];
  /** Officials related to the household. */
  readonly recused: readonly string[];
}

export type Settlement = { readonly kind: 'credited' } | { readonly kind: 'returned'; readonly reasonCode: string };

/** What was published of a bundle, and how many of its cases are still to come to their notice. */
export interface Gathered {
  readonly publicationNo?: string;
  readonly left: number;
}

/** All that a workflow may ask of the world. */
export interface Activities {
  /**
   * Writes transitions in one transaction, with all that follows from them: case row, task, messages, money rows.
   * Accepts exactly the next number, and the same ones again. Answers nothing where no deadline was dated: that would
   * weigh in every history.
   */
  record(writing: Writing): Promise<Recorded | undefined>;
  /** Compares the application with the register and the other databases, as of today. */
  deskCheck(caseNo: string): Promise<DeskCheck>;
  /** Sets `amountFen` aside from the programme's allotment, in place of what the case had reserved before. */
  reserve(caseNo: string, amountFen: number): Promise<Reservation>;
  /** Whether the entitlement that a run pays still holds, as the register has it now. */
  checkEntitlement(caseNo: string): Promise<EntitlementCheck>;
  /** 抵扣: keeps back of a payment what the household owes under claims, where that was ordered; once an order. */
  setOff(payment: ToPay): Promise<readonly KeptBack[]>;
  /** What the case is worth as of the day of a change in the household, by the rules that it began under. */
  countAnew(caseNo: string, changeId: string): Promise<Worth>;
  /** Number of the decision in a case that is decided without a notice before; given once. */
  numberDecision(caseNo: string): Promise<string>;
  /** Sets a plot aside for a case, in place of what it had before; a plot is given once, a site is not overbooked. */
  takePlace(caseNo: string, place: Place): Promise<Placement>;
  /** Closes the notice by PostgreSQL's clock, if its term is over and nothing received within it is unsettled. */
  closeNotice(caseNo: string, publicationNo: string): Promise<NoticeClosing>;
  /** The end of a reviewed payment, once its batch has brought it there. Cases begun before there were batches ask it. */
  disburse(reference: string): Promise<Settlement>;
  /** Dates the deadline of the stage last entered anew, after the calendar changed; never earlier than before. */
  redate(caseNo: string, strand: Strand): Promise<Recorded>;
  /** Chooses a county's reviewed orders for a batch, those on hold left out; answers how many. */
  fillBatch(batchNo: string): Promise<number>;
  /**
   * Writes the file of a batch and hands it over; what may have left the house before is asked about, and handed over
   * again only on the bank's word that it has nothing of it. Answers when the bank has the file.
   */
  handOver(batchNo: string): Promise<void>;
  /**
   * Tells the cases of a batch their results as the bank reports them, until every order has its end or the bank's time
   * is over; answers how many are open then. Its position is in the heartbeat.
   */
  tellResults(batchNo: string): Promise<number>;
  /** 逐级申报、捆绑申报: writes what was decided about a bundle, and what follows from it for its households. Once an act. */
  recordBundleAct(bundleNo: string, act: Act): Promise<void>;
  /** Opens a case for each household of a bundle, where none is running, and holds it against the databases. */
  openCases(bundleNo: string): Promise<void>;
  /** Starts at most so many cases of a bundle; answers how many are left. */
  startWave(bundleNo: string, atMost: number): Promise<number>;
  /**
   * Publishes the approved cases of a bundle together, when all its cases are approved or have fallen out, or when their
   * time is over.
   */
  gatherPublication(bundleNo: string): Promise<Gathered>;
  /** Tells the cases of a publication that it is open. */
  tellOpened(publicationNo: string): Promise<void>;
  /** Lists who holds shares in the asset of a dividend, page by page; goes on behind the last one that is listed. */
  listHolders(dividendNo: string): Promise<void>;
  /** Divides the income over those who are listed, and writes their parts page by page; answers how many they are. */
  divideIncome(dividendNo: string): Promise<number>;
}
