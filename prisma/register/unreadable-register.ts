import { OperatorError } from '../../platform/operator-error.js';

/** The file as a whole cannot be read as a register: nothing of it was imported. */
export class UnreadableRegister extends OperatorError {
  readonly code = 'UNREADABLE_REGISTER';

  constructor(zh: string, en: string) {
    super(zh, en);
    this.name = 'UnreadableRegister';
  }
}
