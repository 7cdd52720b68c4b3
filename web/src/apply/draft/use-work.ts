import { loanRead } from './loan.js';
import { useEffect, useSyncExternalStore } from 'react';
import { missingOf } from '../../../../domain/rules/draft-completeness.js';
import { parseQuantity } from '../../../../domain/rules/quantities.js';
import type { ApplicationView } from '../../../../domain/schemas/application-draft.js';
import type { FieldError } from '../../../../domain/schemas/problem.js';
import type { HouseholdView } from '../../../../domain/schemas/household-view.js';
import type { ProgrammeGuide } from '../../../../domain/schemas/programme-view.js';
import { useAsked } from '../../common/calls/query.js';
import { useSession } from '../../common/session.js';
import { countyQuery } from '../county.js';
import { adopted, type Draft, draftElsewhere } from './draft.js';
import { type Question, questionsOf } from './questions.js';
import { drafts } from './store.js';

/** All that the questions of a draft are asked with. */
export interface Work {
  readonly draft: Draft;
  readonly guide: ProgrammeGuide;
  readonly questions: readonly Question[];
  readonly isHelper: boolean;
  /** As the server last told it; nothing while it knows nothing of it. */
  readonly application: ApplicationView | undefined;
  readonly household: HouseholdView | undefined;
  readonly missing: readonly FieldError[];
}

interface Loading {
  readonly work: Work | undefined;
  readonly error: Error | null;
}

/** A draft by its address, on this phone or begun elsewhere, with the guide it is filled in by. */
export function useWork(id: string): Loading {
  const draft = useSyncExternalStore(drafts.whenChanged, () => drafts.find(id));
  const { data: session, isPending } = useSession();
  const county = countyQuery(session);
  const applicationId = draft ? draft.applicationId : id;
  const told = useAsked('getApplication', { params: { id: applicationId ?? '' } }, applicationId !== undefined);
  const application = told.data;
  const code = draft?.programmeCode ?? application?.programme.code;
  const guided = useAsked('getProgramme', { params: { code: code ?? '' }, query: county }, !!code && !isPending);
  const guide = guided.data;
  const isHelper = session?.identity.kind === 'helper';
  const query = isHelper && applicationId !== undefined ? { applicationId } : {};
  const mayRead = !isPending && (!isHelper || hasConsent(application));
  const household = useAsked('getHousehold', { query }, mayRead).data;

  const owner = session?.identity.id;
  useEffect(() => {
    if (!application || !guide || owner === undefined || application.caseNo !== null) return;
    const begun = { owner, programmeCode: guide.code, scale: guide.measure.scale };
    const here = drafts.find(application.id);
    void drafts.keep(here ? adopted(here, application) : draftElsewhere(begun, application));
  }, [application, guide, owner]);

  const error = draft ? guided.error : (told.error ?? guided.error);
  if (!draft || !guide) return { work: undefined, error };
  const { applicant } = guide;
  const needsConsent = isHelper && applicant !== 'collective';
  const missing = missingOf({ ...factsOf(draft, application, household, needsConsent), applicant }, guide);
  const questions = questionsOf(guide, isHelper);
  return { work: { draft, guide, questions, isHelper, application, household, missing }, error: null };
}

const hasConsent = (application: ApplicationView | undefined): boolean =>
  application?.papers.some(({ kind }) => kind === 'consent') ?? false;

/** What is there of it, on the phone and on the server together. */
function factsOf(
  { answers, scale, papers, removals, account }: Draft,
  application: ApplicationView | undefined,
  household: HouseholdView | undefined,
  filedByHelper: boolean,
) {
  const kept = application?.papers.filter((paper) => !removals.includes(paper.id)) ?? [];
  return {
    quantity: parseQuantity(answers.quantity, scale) || undefined,
    registerConfirmed: answers.registerConfirmed,
    promisedPapers: answers.promisedPapers,
    personId: answers.personId || undefined,
    movingMembers: answers.movingMembers,
    loan: loanRead(answers.loan),
    uploadedKinds: [...kept, ...papers].map(({ kind }) => kind),
    // While it is not known, the server judges.
    hasAccount: account !== undefined || !household || household.account !== null,
    filedByHelper,
  };
}
