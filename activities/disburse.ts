import { ApplicationFailure } from '@temporalio/activity';
import type { Settlement } from './contract.js';
import type { World } from './world.js';

/**
 * The end of a reviewed payment, once its batch has brought it there. Asked by cases that began before there were
 * batches; the others are told.
 *
 * @throws ApplicationFailure BANK_HAS_NO_WORD while the end is open; the engine then asks again, later and later
 */
export async function disburse({ db }: World, reference: string): Promise<Settlement> {
  const { state, returnedReason } = await db.payment.findUniqueOrThrow({ where: { reference } });
  if (state === 'credited' || state === 'recovered') return { kind: 'credited' };
  // One that was cancelled before it left the house is to be put right like one that came back.
  if (state === 'returned' || state === 'reissued' || state === 'cancelled')
    return { kind: 'returned', reasonCode: returnedReason ?? 'UNSPECIFIED' };
  throw ApplicationFailure.retryable('The bank has no final word yet.', 'BANK_HAS_NO_WORD');
}
