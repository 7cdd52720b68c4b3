import { useSyncExternalStore } from 'react';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { useSession } from '../../common/session.js';
import type { Step } from '../steps.js';
import { newStepWork, type StepWork } from './step-work.js';
import { stepWorks } from './store.js';

export interface KeptStep {
  readonly work: StepWork;
  readonly change: (to: (now: StepWork) => StepWork) => void;
  /** Once the step is taken. */
  readonly forget: () => Promise<void>;
}

/** What is kept of a step of a case; it is kept from the first change on. */
export function useStepWork({ applicationId }: CaseView, step: Step): KeptStep {
  const owner = useSession().data?.identity.id ?? '';
  const id = `${owner}/${applicationId}/${step}`;
  const kept = useSyncExternalStore(stepWorks.whenChanged, () => stepWorks.all().get(id));
  const begun = () => newStepWork({ id, owner, applicationId });
  return {
    work: kept ?? begun(),
    change: (to) => void stepWorks.keep(to(stepWorks.all().get(id) ?? begun())),
    forget: () => stepWorks.forget(id),
  };
}
