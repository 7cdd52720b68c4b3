/** One credit to one account. */
export interface TransferOrder {
  /** Made before the first attempt and the same in every attempt: it is what the bank sees. */
  reference: string;
  amountFen: number;
  payeeName: string;
  payeeAccount: string;
  payeeBank: string;
  /** Names the subsidy on the household's statement. */
  remark: string;
}

/** `unknown` means no word from the bank: ask again, never send again under another reference. */
export type BankAnswer =
  | { state: 'accepted' }
  | { state: 'credited'; creditedAt: string }
  | { state: 'returned'; reasonCode: string }
  | { state: 'unknown' };

/** The bank knows the reference with other content, or the order is none it can take. A fault of ours: nothing moved. */
export class OrderRefused extends Error {
  readonly code: 'REFERENCE_CONFLICT' | 'ORDER_INVALID';
  constructor(code: 'REFERENCE_CONFLICT' | 'ORDER_INVALID', reference: string) {
    super(
      code === 'REFERENCE_CONFLICT'
        ? `The bank already has an order ${reference} with other content.`
        : `The bank cannot read the order ${reference}.`,
    );
    this.name = 'OrderRefused';
    this.code = code;
  }
}

/** What every bank must do, however it is reached. */
export interface Bank {
  /**
   * 1. A time-out or a broken line is the answer `unknown`, never an exception.
   * 2. The same reference with the same content again answers with the present state; nothing is paid twice.
   * @throws OrderRefused for the same reference with other content, or an order the bank cannot read
   */
  submit(order: TransferOrder): Promise<BankAnswer>;

  /** The present state. `nothingOfIt` is said only by the bank itself: it does not have the order. @throws OrderRefused */
  ask(reference: string): Promise<BankAnswer | { state: 'nothingOfIt' }>;
}
