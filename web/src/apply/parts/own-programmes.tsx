import type { HistoryState } from '@tanstack/react-router';
import type { SessionView } from '../../../../domain/schemas/session.js';
import { reasonsAgainst } from './ineligible.js';
import { Programmes } from './programmes.js';
import { useRegister } from './use-register.js';

interface Shown {
  readonly session: SessionView;
  /** Of a helper: for whom. */
  readonly state?: HistoryState;
}

/** What a household can apply for: first what is for it by the register, then the rest, and why. */
export function OwnProgrammes(shown: Shown) {
  const household = useRegister();
  return (
    <Programmes {...shown} applicant="household" reasonsAgainst={(programme) => reasonsAgainst(programme, household)} />
  );
}
