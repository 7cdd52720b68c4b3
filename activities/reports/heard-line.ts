import type { ReportLine } from '../../bank/bank.js';
import type { SpokenOf, WordEffect } from '../../domain/rules/bank-words.js';
import type { PaymentState } from '../../prisma/generated/enums.js';

/** An order that a report speaks of; `running`: whether its case is open. */
export interface Order {
  readonly reference: string;
  readonly caseNo: string;
  readonly amountFen: bigint;
  readonly state: PaymentState;
  readonly settledAt: Date | null;
  readonly batchNo: string | null;
  readonly running: boolean;
}

/** A line of a report, and what was done about it. */
export interface HeardLine {
  /** From 1. */
  readonly line: number;
  readonly word: ReportLine;
  readonly effect: WordEffect;
  /** The order that it names, where it is one of ours, as it was before the line was heard. */
  readonly order: Order | undefined;
  readonly before: SpokenOf | undefined;
}
