import { ApplicationFailure } from '@temporalio/activity';

/** All that one batch asks of the world: in memory, as PostgreSQL, the bank and the cases would have it. */
export class BatchWorld {
  /** What was asked, in order. */
  readonly asked: string[] = [];
  orders = 3;
  /** How often the bank has no word of the file before it is taken. */
  unknownFor = 0;
  /** How often the bank has no last word on some order before the answer. */
  openFor = 0;
  /** Orders on which it has none when its time is over. */
  leftOpen = 0;

  /** How often the worker that lists the holders dies. */
  diesFor = 0;

  async listHolders(): Promise<void> {
    this.asked.push('listHolders');
    if (this.diesFor-- > 0) throw ApplicationFailure.retryable('The worker died.', 'DIED');
  }

  async divideIncome(): Promise<number> {
    this.asked.push('divideIncome');
    return this.orders;
  }

  async fillBatch(): Promise<number> {
    this.asked.push('fillBatch');
    return this.orders;
  }

  async handOver(): Promise<void> {
    this.asked.push('handOver');
    if (this.unknownFor-- > 0) throw ApplicationFailure.retryable('No word.', 'BANK_HAS_NO_WORD');
  }

  async tellResults(): Promise<number> {
    this.asked.push('tellResults');
    if (this.openFor-- > 0) throw ApplicationFailure.retryable('Orders are open.', 'BATCH_OPEN');
    return this.leftOpen;
  }
}
