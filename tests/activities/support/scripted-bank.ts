import {
  type Bank,
  FileRefused,
  type FileState,
  type OrdersFile,
  type PayeeCheck,
  type TransferBatch,
} from '../../../bank/bank.js';
import { OrderUnfit } from '../../../bank/order-unfit.js';
import { jsonFormat } from '../../../bank/formats/json.js';

/** A bank that follows a script, and else takes what it is given; it keeps every file it was given. */
export class ScriptedBank implements Bank {
  readonly real = false;
  readonly fileOf = (batch: TransferBatch) => {
    const unfit = batch.orders.find(({ reference }) => reference === this.cannotWrite);
    if (unfit) throw new OrderUnfit(unfit.reference, 'payeeName', 'tooLong');
    return jsonFormat.fileOf(batch);
  };
  readonly readReport = (name: string, bytes: Uint8Array) => jsonFormat.readReport(name, bytes);
  /** Reference of an order that does not fit into its files. */
  cannotWrite: string | undefined;
  readonly staged: OrdersFile[] = [];
  readonly given: OrdersFile[] = [];
  readonly asked: string[] = [];
  /** Accounts of the payees that were checked. */
  readonly checked: string[] = [];
  /** What it answers when it is given a file, one after the other; an error is thrown. */
  atHandOver: (FileState | Error)[] = [];
  /** What it answers when it is asked; without a script, whether it was given the file. */
  atAsk: FileState[] = [];
  /** What happens while a file is being staged. */
  whileStaging: () => Promise<void> = () => Promise.resolve();
  checks: (account: string) => PayeeCheck = () => 'matches';

  forget(): void {
    for (const heard of [this.staged, this.given, this.asked, this.checked]) heard.length = 0;
    this.cannotWrite = undefined;
    this.atHandOver = [];
    this.atAsk = [];
    this.whileStaging = () => Promise.resolve();
    this.checks = () => 'matches';
  }

  async stage(file: OrdersFile): Promise<void> {
    const meanwhile = this.whileStaging;
    this.whileStaging = () => Promise.resolve();
    await meanwhile();
    this.staged.push(file);
  }

  async handOver(file: OrdersFile): Promise<FileState> {
    const answer = this.atHandOver.shift() ?? 'taken';
    if (answer instanceof FileRefused) throw answer;
    this.given.push(file);
    if (answer instanceof Error) throw answer;
    return answer;
  }

  async ask(name: string): Promise<FileState> {
    this.asked.push(name);
    return this.atAsk.shift() ?? (this.given.some((file) => file.name === name) ? 'taken' : 'nothingOfIt');
  }

  async checkPayee({ account }: { account: string }): Promise<PayeeCheck> {
    this.checked.push(account);
    return this.checks(account);
  }

  async listReports(): Promise<string[]> {
    return [];
  }

  fetchReport(): Promise<Uint8Array> {
    return Promise.reject(new Error('This bank has nothing to report.'));
  }
}

/** What stands in a file that was written for it. */
export const readOrders = ({ bytes }: OrdersFile) =>
  JSON.parse(new TextDecoder().decode(bytes)) as {
    readonly batchNo: string;
    readonly count: number;
    readonly sumFen: number;
    readonly orders: readonly { reference: string; amountFen: number; payeeName: string; payeeAccount: string }[];
  };
