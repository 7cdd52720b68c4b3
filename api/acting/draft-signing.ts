import { Refused } from '../problem.js';
import type { OfficialWho } from '../who.js';

/** The second signature under a draft. */
export interface DraftSigning {
  readonly digest: string;
  readonly agrees: boolean;
  /** The same act was begun before. */
  readonly repeated: boolean;
}

interface Draft {
  readonly digest: string;
  readonly decidedAt: Date | null;
  readonly decidedById: string | null;
}

/**
 * Whether a draft waits for this official's signature; not where the same act has given it.
 *
 * @throws Refused PROPOSAL_CHANGED for who has seen another or comes late, ALREADY_SIGNED for who signed first
 */
export function waitsFor(who: OfficialWho, draft: Draft, firstId: string, { digest, repeated }: DraftSigning): boolean {
  if (draft.decidedAt && draft.decidedById === who.id && repeated) return false;
  if (draft.decidedAt || draft.digest !== digest) throw new Refused('PROPOSAL_CHANGED');
  if (firstId === who.id) throw new Refused('ALREADY_SIGNED');
  return true;
}
