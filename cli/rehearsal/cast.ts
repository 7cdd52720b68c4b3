import type { CaseWalk } from './case-walk.js';

/** Two have each post, and take turns from household to household. */
const turn = ({ newcomer }: CaseWalk): 1 | 2 => (newcomer.number % 2 === 0 ? 2 : 1);
const other = (walk: CaseWalk): 1 | 2 => (turn(walk) === 1 ? 2 : 1);

/** Who does what in the rehearsal county, by the ends of their logins. */
export const CAST = {
  checker: (walk: CaseWalk) => [`checker-${turn(walk)}`] as const,
  /** After a review has overturned the first one's decision. */
  otherChecker: (walk: CaseWalk) => [`checker-${other(walk)}`] as const,
  verifiers: ({ township }: CaseWalk) => [`${township}-verifier-1`, `${township}-verifier-2`] as const,
  verifier: ({ township }: CaseWalk) => [`${township}-verifier-1`] as const,
  clerk: (walk: CaseWalk) => [`${walk.township}-clerk-${turn(walk)}`] as const,
  approver: (walk: CaseWalk) => [`approver-${turn(walk)}`] as const,
  /** Who has not acted in the case. */
  otherApprover: (walk: CaseWalk) => [`approver-${other(walk)}`] as const,
  /** An office that has not acted in the case; the other one where this one has. */
  oversight: () => ['oversight-1'] as const,
  justice: () => ['justice-1'] as const,
  /** Of two offices. */
  inspectors: (walk: CaseWalk) => [`inspector-${turn(walk)}`, `housing-${turn(walk)}`] as const,
  appraiser: (walk: CaseWalk) => [`appraiser-${turn(walk)}`] as const,
  /** Who has found a house does not judge it. */
  finder: () => ['appraiser-4'] as const,
  housingOfficers: (walk: CaseWalk) => [`appraiser-${other(walk)}`, 'appraiser-3'] as const,
  /** Who has not seen the household move in. */
  otherInspectors: (walk: CaseWalk) => [`inspector-${other(walk)}`, `housing-${other(walk)}`] as const,
  maker: (walk: CaseWalk) => [`maker-${turn(walk)}`] as const,
  finance: (walk: CaseWalk) => [`finance-${turn(walk)}`] as const,
  reviewer: (walk: CaseWalk) => [`reviewer-${turn(walk)}`] as const,
};
