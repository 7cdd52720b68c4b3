import { isDeepStrictEqual } from 'node:util';
import type { TransferBatch, TransferOrder } from '../bank.js';
import type { Taken, TakenOrder } from './entries.js';
import { faultOfAccount, fateUnder } from './fates.js';
import { ORDER_FAULTS, type OrderFault } from './fault-script.js';
import type { Faults } from './faults.js';
import type { Fold } from './fold.js';

/** A file as it came. */
export interface Arrived {
  readonly name: string;
  readonly sha256: string;
  /** @throws FileInvalid */
  readonly read: () => TransferBatch;
}

/** Whether the bank has the batch from another file, or one of its references with other content. */
export function conflicts({ batchNo, orders }: TransferBatch, fold: Fold): boolean {
  const differs = (order: TransferOrder) => {
    const known = fold.orders.get(order.reference)?.order;
    return known !== undefined && !isDeepStrictEqual(known, order);
  };
  return fold.fileOf(batchNo) !== undefined || orders.some(differs);
}

/** What is written of a file that is taken: with each order what will become of it. */
export function takenOf(
  { name, sha256 }: Arrived,
  batch: TransferBatch,
  fold: Fold,
  faults: Faults,
  now: number,
): Taken {
  const { batchNo, orders } = batch;
  const isKnown = ({ reference }: TransferOrder) => fold.orders.has(reference);
  const fresh = orders.filter((order) => !isKnown(order));
  const repeated = orders.filter(isKnown).map(({ reference }) => reference);
  const faultOf = faultsOf([name, batchNo], faults);
  const taken = fresh.map((order, index): TakenOrder => ({ order, ...fateUnder(faultOf(order, index), now) }));
  return { kind: 'taken', name, sha256, batchNo, takenAt: now, orders: taken, repeated };
}

/** What goes wrong with an order: as its own fault says, or else the file's, or else its account's ending. */
function faultsOf(files: readonly string[], faults: Faults) {
  const part = faults.next(['part'], { files });
  return ({ reference, payeeAccount }: TransferOrder, index: number): OrderFault | undefined => {
    const told = faults.next(ORDER_FAULTS, { files, reference });
    if (told) return told;
    if (!part || index < part.first) return faultOfAccount(payeeAccount);
    const { delayMs, reasonCode } = part;
    return part.rest === 'later' ? { kind: 'creditLate', delayMs } : { kind: 'refuse', reasonCode, delayMs };
  };
}
