import type { Problem } from '../../../../domain/schemas/problem.js';
import type { Values } from '../form/fields.js';

/** Posting a notice of several cases on the village board, or taking it down. */
export type BoardActId = 'postJointNotice' | 'takeDownJointNotice';

/**
 * What is recorded at a village board, as the phone keeps it: filled in with or without a network, and sent when there
 * is one, with keys that were made with it, so that whatever is repeated happens once.
 */
export interface KeptBoardAct {
  readonly id: string;
  /** The official whose it is. */
  readonly owner: string;
  readonly act: BoardActId;
  /** Of the notice. */
  readonly no: string;
  readonly bundleNo: string;
  /** What is written in the form, also where it is not right yet. */
  readonly values: Values;
  /** Photographs that wait to be sent; the key of each is its idempotency key. */
  readonly photos: readonly { readonly key: string; readonly name: string; readonly file: Blob }[];
  /** Those that have arrived, among the papers of the bundle. */
  readonly arrived: readonly string[];
  /** What was signed without its photographs, and its key. */
  readonly signed?: { readonly key: string; readonly body: object };
  /** It is on record. */
  readonly sent?: true;
  /** What the server refused of it. */
  readonly refused?: Problem;
}

interface OfNotice {
  readonly owner: string;
  readonly act: BoardActId;
  readonly no: string;
  readonly bundleNo: string;
}

export const newBoardAct = ({ owner, act, no, bundleNo }: OfNotice): KeptBoardAct => ({
  ...{ id: [owner, no, act].join('/'), owner, act, no, bundleNo },
  ...{ values: {}, photos: [], arrived: [] },
});

/** Whether something of it is to leave when there is a network. */
export const isWaiting = ({ photos, signed, sent, refused }: KeptBoardAct): boolean =>
  !sent && refused === undefined && (photos.length > 0 || signed !== undefined);

/** Something is done about what was refused: the next signature has a key of its own. */
export function reopened({ signed: _signed, refused: _refused, ...act }: KeptBoardAct): KeptBoardAct {
  return act;
}

/** How far it is, as its official is told. */
export function stateOf({ signed, sent, refused }: KeptBoardAct): 'open' | 'waiting' | 'refused' | 'recorded' {
  if (sent) return 'recorded';
  if (refused) return 'refused';
  return signed ? 'waiting' : 'open';
}
