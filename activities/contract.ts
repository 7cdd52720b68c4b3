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

export type Reservation = { readonly kind: 'reserved' } | { readonly kind: 'short' };

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

export type Settlement = { readonly kind: 'credited' } | { readonly kind: 'returned'; readonly reasonCode: string };

/** All that a workflow may ask of the world. */
export interface Activities {
  /**
   * Writes transitions in one transaction, with all that follows from them: case row, task, messages, money rows.
   * Accepts exactly the next number, and the same ones again.
   */
  record(writing: Writing): Promise<Recorded>;
  /** Compares the application with the register and the other databases, as of today. */
  deskCheck(caseNo: string): Promise<DeskCheck>;
  /** Sets `amountFen` aside from the programme's allotment, in place of what the case had reserved before. */
  reserve(caseNo: string, amountFen: number): Promise<Reservation>;
  /** Closes the notice by PostgreSQL's clock, if its term is over and nothing received within it is unsettled. */
  closeNotice(caseNo: string, publicationNo: string): Promise<NoticeClosing>;
  /** Brings a reviewed payment to its end; asks again as long as the bank has no word. Pays once per reference. */
  disburse(reference: string): Promise<Settlement>;
  /** Dates the deadline of the stage last entered anew, after the calendar changed; never earlier than before. */
  redate(caseNo: string, strand: Strand): Promise<Recorded>;
}
