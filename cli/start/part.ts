import type { ProcessRecord } from './processes.js';

/** One of the processes that a copy of the product is made of. */
export interface Part {
  /** What the operator reads. */
  zh: string;
  en: string;
  /** PostgreSQL may not: its children would outlive it. */
  mayBeKilled: boolean;
  /** Starts it, or adopts it if it was left running, and waits until it serves. @throws OperatorError */
  start: () => Promise<ProcessRecord>;
  /** Ends it and waits until it has ended. */
  stop: (process: ProcessRecord) => Promise<void>;
}
