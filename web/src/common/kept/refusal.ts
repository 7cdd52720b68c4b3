import type { Problem } from '../../../../domain/schemas/problem.js';
import { isPassing, problemOf, Refusal } from '../calls/refusal.js';

/** Not a refusal of what was asked: it goes on after the next sign-in. */
const isSignedOut = (error: unknown): boolean => error instanceof Refusal && error.is('NOT_SIGNED_IN');

/** Whether it was refused for good, so that it need not be sent again. */
export const isRefused = (error: unknown): boolean => !isPassing(error) && !isSignedOut(error);

/** What the server refused of what was sent; nothing where it took all. @throws what did not come through */
export async function refusalOf(send: () => Promise<void>): Promise<Problem | undefined> {
  try {
    await send();
    return undefined;
  } catch (error) {
    if (isRefused(error)) return problemOf(error);
    throw error;
  }
}
