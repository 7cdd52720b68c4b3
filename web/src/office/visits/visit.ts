import type { Verdict } from '../../../../domain/rules/stages.js';
import { endOfNumber } from '../../../../domain/rules/masking.js';
import type { TakenAt } from '../../../../domain/schemas/paper.js';
import type { Problem } from '../../../../domain/schemas/problem.js';
import type { TaskDetail } from '../../../../domain/schemas/task.js';
import type { Values } from '../form/fields.js';

/** A photograph of the site that waits on the phone to be sent; time and place are written on it. */
export interface WaitingPhoto {
  /** Its idempotency key, and its name here. */
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly file: Blob;
  readonly taken?: TakenAt;
}

/**
 * A visit to the site as the phone keeps it. It is filled in without a network; what was signed leaves when there is
 * one, with keys that were made with it, so that whatever is repeated happens once.
 */
export interface Visit {
  /** The task's. */
  readonly id: string;
  /** The official whose it is. */
  readonly owner: string;
  /** The task as it was when it was taken along. */
  readonly task: TaskDetail;
  readonly verdict?: Verdict;
  /** What is written in the form, also where it is not right yet. */
  readonly values: Values;
  readonly photos: readonly WaitingPhoto[];
  /** Kinds and IDs of the photographs that have arrived. */
  readonly arrived: readonly { readonly id: string; readonly kind: string }[];
  /** The decision without its photographs, and its key, once its first signer has signed it. */
  readonly signed?: { readonly key: string; readonly body: object };
  /** What became of it. */
  readonly outcome?: 'awaitsSecond' | 'recorded' | 'received';
  /** What the server refused of it. */
  readonly refused?: Problem;
}

/** Numbers of persons and accounts stay on the phone by their ends only. */
function withoutNumbers({ household, ...task }: TaskDetail): TaskDetail {
  if (!household) return { ...task, household };
  const { members, account } = household;
  return {
    ...task,
    household: {
      ...household,
      members: members.map((member) => ({ ...member, idNumber: endOfNumber(member.idNumber) })),
      account: account && { ...account, number: endOfNumber(account.number) },
    },
  };
}

export const newVisit = (owner: string, task: TaskDetail): Visit => ({
  ...{ id: task.id, owner, task: withoutNumbers(task) },
  ...{ values: {}, photos: [], arrived: [] },
});

/** Whether something of it is to leave when there is a network. */
export const isWaiting = ({ photos, signed, outcome, refused }: Visit): boolean =>
  outcome === undefined && refused === undefined && (photos.length > 0 || signed !== undefined);

/** Something is done about what was refused, or about what was signed: the next signature has a key of its own. */
export function reopened({ signed: _signed, refused: _refused, ...visit }: Visit): Visit {
  return visit;
}

/** How far a visit is, as its official is told. */
export function stateOf({
  signed,
  outcome,
  refused,
}: Visit): 'open' | 'waiting' | 'refused' | NonNullable<Visit['outcome']> {
  if (outcome) return outcome;
  if (refused) return 'refused';
  return signed ? 'waiting' : 'open';
}
