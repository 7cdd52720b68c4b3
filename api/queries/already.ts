import type { ErrorCode } from '../../domain/errors.js';
import type { Tx } from '../../prisma/client.js';
import { Refused } from '../problem.js';
import { officialsBy } from './officials.js';

/** The refusal of what somebody has done before: who, where it was a person, and when. */
export async function alreadyDone(tx: Tx, code: ErrorCode, byId: string | null, at: Date): Promise<Refused> {
  const by = byId === null ? [] : [(await officialsBy(tx, [byId]))(byId)];
  return new Refused(code, { already: { by, at: at.toISOString() } });
}
