import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { type ErrorCode, isErrorCode } from '../domain/errors.js';
import { keepSignature } from '../prisma/act-signatures.js';
import { type SentAct, signedAct } from '../proof/signed-act.js';
import { signerFrom } from '../proof/signing-key.js';
import type { Swept } from './sweeps/sweep.js';

/**
 * Carries into a case, signed, what somebody did for it and others at once; answers why the case refuses it. Carried
 * again, it finds the first one. Throws what is no refusal.
 */
export async function carryAct({ db, keyring, cases }: Swept, sent: SentAct): Promise<ErrorCode | undefined> {
  const { caseNo, strand, actId, act } = sent;
  await keepSignature(db, signedAct(signerFrom(keyring.signingSeed('acts')), sent));
  try {
    await cases.act(caseNo, strand, act, actId);
    return undefined;
  } catch (error) {
    return refusalOf(error);
  }
}

/** Why a case refuses an act. @throws what is no refusal */
function refusalOf(error: unknown): ErrorCode {
  if (error instanceof WorkflowNotFoundError) return 'NOT_FOUND';
  const { type } = (error instanceof WorkflowUpdateFailedError ? (error.cause ?? {}) : {}) as { type?: unknown };
  if (isErrorCode(type)) return type;
  throw error;
}
