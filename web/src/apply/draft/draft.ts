import { parseQuantity, quantityText } from '../../../../domain/rules/quantities.js';
import type { ApplicationView, DraftPatch } from '../../../../domain/schemas/application-draft.js';
import type { AccountStep } from '../../../../domain/schemas/household-step.js';
import type { PayeeName } from '../../../../domain/schemas/payee.js';
import type { Problem } from '../../../../domain/schemas/problem.js';
import { type LoanWritten, loanRead, loanWritten, NO_LOAN } from './loan.js';

/** What is answered, as it was written: also where it is not right yet. */
export interface Answers {
  /** In the unit of the measure, or the ordinal of a grade. */
  readonly quantity: string;
  readonly plan: string;
  readonly registerConfirmed: boolean;
  readonly promisedPapers: readonly string[];
  /** Of a personal subsidy: whom it is for. */
  readonly personId: string;
  /** Members who move, where the household is relocated. */
  readonly movingMembers: readonly string[];
  /** Of a subsidy of interest: the loan, as its contract says it. */
  readonly loan: LoanWritten;
}

/** A paper that waits on the phone to be sent. */
export interface WaitingPaper {
  /** Its idempotency key, and its name here. */
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly file: Blob;
}

/**
 * A draft as the phone keeps it. What is in it leaves when there is a network; each step carries a key that was made
 * with it, so that whatever is repeated happens once.
 */
export interface Draft {
  /** Its address on this phone; of a draft that was begun elsewhere the application's. */
  readonly id: string;
  /** The identity that it belongs to. */
  readonly owner: string;
  readonly programmeCode: string;
  /** For helpers: the household's number in the register. */
  readonly registerNo?: string;
  /** 村集体: whoever applies itself, filed by the helper of its village. */
  readonly collective?: Pick<PayeeName, 'id' | 'name'>;
  /** Decimal places of what the programme measures. */
  readonly scale: number;
  /** Known once the server has it. */
  readonly applicationId?: string;
  readonly answers: Answers;
  /** Answers that the server does not have yet, by name. */
  readonly unsent: readonly (keyof Answers)[];
  readonly account?: { readonly key: string; readonly step: AccountStep };
  readonly papers: readonly WaitingPaper[];
  /** Papers on the server that are to be taken out. */
  readonly removals: readonly string[];
  readonly createKey: string;
  /** Asked to be submitted, with the key of it. */
  readonly submitKey?: string;
  /** The case it became. */
  readonly caseNo?: string;
  /** What the server refused of it. */
  readonly refused?: Problem;
}

type Begun = Pick<Draft, 'owner' | 'programmeCode' | 'scale' | 'registerNo' | 'collective'>;

const NOTHING_ANSWERED: Answers = {
  ...{ quantity: '', plan: '', registerConfirmed: false, promisedPapers: [] },
  ...{ personId: '', movingMembers: [], loan: NO_LOAN },
};

/** As this phone kept it: what was not asked yet when it was begun is not answered. */
export const asKept = (draft: Draft): Draft => ({ ...draft, answers: { ...NOTHING_ANSWERED, ...draft.answers } });

export function newDraft({ owner, programmeCode, scale, registerNo, collective }: Begun): Draft {
  const own = { id: crypto.randomUUID(), createKey: crypto.randomUUID() };
  return {
    ...{ ...own, owner, programmeCode, scale, answers: NOTHING_ANSWERED },
    ...{ unsent: [], papers: [], removals: [], ...(registerNo !== undefined && { registerNo }) },
    ...(collective && { collective }),
  };
}

/** A draft that was begun elsewhere, as the server has it. */
export const draftElsewhere = (begun: Begun, application: ApplicationView): Draft => ({
  ...newDraft({ ...begun, ...(application.collective && { collective: application.collective }) }),
  ...{ id: application.id, applicationId: application.id, answers: answersIn(application, begun.scale) },
});

const answersIn = (application: ApplicationView, scale: number): Answers => {
  const { quantity, plan, registerConfirmed, promisedPapers, personId, movingMembers, loan } = application;
  return {
    quantity: quantity === null ? '' : quantityText(quantity, scale),
    ...{ plan: plan ?? '', registerConfirmed, promisedPapers, personId: personId ?? '', movingMembers },
    loan: loanWritten(loan),
  };
};

/**
 * The server's answers, where nothing newer waits here. What is written stays as it is where the server has been told
 * the same of it: as 3.60, with a blank behind it, or not to be read yet.
 */
export function adopted(draft: Draft, application: ApplicationView): Draft {
  const { answers, unsent, scale } = draft;
  const theirs = answersIn(application, scale);
  const [here, there] = [toldOf(answers, scale), toldOf(theirs, scale)];
  const isSame = (name: keyof Answers) => JSON.stringify(here[name]) === JSON.stringify(there[name]);
  const names = Object.keys(theirs) as (keyof Answers)[];
  const taken = names.filter((name) => !unsent.includes(name) && !isSame(name));
  return { ...draft, answers: { ...answers, ...Object.fromEntries(taken.map((name) => [name, theirs[name]])) } };
}

/** A draft without some of what it may have. */
export function without<K extends 'submitKey' | 'account' | 'refused'>(
  draft: Draft,
  ...names: readonly K[]
): Omit<Draft, K> {
  return Object.fromEntries(Object.entries(draft).filter(([name]) => !names.includes(name as K))) as Omit<Draft, K>;
}

/** Something is done about what was refused. A refused beginning is begun anew: its key has had its answer. */
export function anew({ refused, ...draft }: Draft): Draft {
  if (!refused || draft.applicationId !== undefined) return draft;
  return { ...draft, createKey: crypto.randomUUID() };
}

export const answered = (draft: Draft, answers: Partial<Answers>): Draft => ({
  ...anew(draft),
  answers: { ...draft.answers, ...answers },
  unsent: [...new Set([...draft.unsent, ...(Object.keys(answers) as (keyof Answers)[])])],
});

/** Whether there is something of it that the server should have. */
export const isWaiting = ({ applicationId, unsent, papers, removals, account, submitKey }: Draft): boolean =>
  applicationId === undefined ||
  unsent.length + papers.length + removals.length > 0 ||
  account !== undefined ||
  submitKey !== undefined;

/** What of the answers that wait is told to the server. */
export function patchOf({ answers, unsent, scale }: Draft): DraftPatch {
  const told = toldOf(answers, scale);
  return Object.fromEntries(unsent.map((name) => [name, told[name]]));
}

/** What the server is told of answers; what can't be read stays here. */
function toldOf(answers: Answers, scale: number): Required<Pick<DraftPatch, keyof Answers>> {
  const { quantity, plan, registerConfirmed, promisedPapers, personId, movingMembers, loan } = answers;
  return {
    quantity: parseQuantity(quantity, scale) || null,
    plan: plan.trim() || null,
    ...{ registerConfirmed, promisedPapers: [...promisedPapers] },
    ...{ personId: personId || null, movingMembers: [...movingMembers], loan: loanRead(loan) ?? null },
  };
}
