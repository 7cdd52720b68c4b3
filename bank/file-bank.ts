import type { Bank, OrdersFile, PayeeCheck, TransferBatch } from './bank.js';
import type { FileChannel } from './channel.js';
import type { BankFormat } from './format.js';

/** A real bank that takes files: a format, over a channel. It offers no check of a payee before the transfer. */
export class FileBank implements Bank {
  readonly real = true;
  readonly #format: BankFormat;
  readonly #channel: FileChannel;
  /** By the bank's contract; those of others it can't pay. */
  readonly counties: readonly string[];

  constructor(format: BankFormat, channel: FileChannel, counties: readonly string[] = []) {
    this.#format = format;
    this.#channel = channel;
    this.counties = counties;
  }

  fileOf(batch: TransferBatch): OrdersFile {
    return this.#format.fileOf(batch);
  }

  readReport(name: string, bytes: Uint8Array) {
    return this.#format.readReport(name, bytes);
  }

  stage(file: OrdersFile) {
    return this.#channel.stage(file);
  }

  handOver(file: OrdersFile) {
    return this.#channel.handOver(file);
  }

  ask(name: string) {
    return this.#channel.ask(name);
  }

  listReports() {
    return this.#channel.listReports();
  }

  fetchReport(name: string) {
    return this.#channel.fetchReport(name);
  }

  checkPayee(): Promise<PayeeCheck> {
    return Promise.resolve('unchecked');
  }
}
