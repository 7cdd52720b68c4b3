import { ApplicationFailure } from '@temporalio/activity';

/** What a batch or a bundle waits for: nothing is wrong, it is asked again. */
type Awaited = 'ON_HOLD' | 'BANK_HAS_NO_WORD' | 'BATCH_OPEN' | 'BUNDLE_GATHERING';

/** To be thrown where one has to wait: the engine asks again, later and later, and no log is filled with it. */
export const notYet = (type: Awaited, message: string): ApplicationFailure =>
  ApplicationFailure.create({ type, message, nonRetryable: false, category: 'BENIGN' });
