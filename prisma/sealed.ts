import { open, seal } from '../platform/seal.js';

/** What each sealed column holds: bytes that are moved to another column no longer open. */
const CONTEXTS = {
  householdPhone: 'household/phone',
  householdAddress: 'household/address',
  memberName: 'member/name',
  memberIdNumber: 'member/id-number',
  accountNumber: 'account/number',
  /** Under the county's key: of the register of payees. */
  payeeAccountNumber: 'payee-account/number',
  /** Under the county's key: a payee who is a private person. */
  payeeName: 'payee/name',
  payeeIdNumber: 'payee/id-number',
  /** Under the county's key, as a helper belongs to no household. */
  helperName: 'helper/name',
  /** What somebody wrote in a case. */
  wordsText: 'words/text',
  /** What a household writes into its draft. */
  draftPlan: 'application/plan',
  /** JSON {latitude, longitude, accuracyMetres, at}, under the key of the case: it is where a household lives. */
  paperPlace: 'paper/place',
  /** JSON {name, phone}, under the county's key. */
  objector: 'objection/objector',
  /** JSON {to, subject, text}, under the county's key. */
  outboxContent: 'outbox/content',
  /** JSON {name, account}: the payee of an order as he was when it was made. */
  payee: 'payment/payee',
  /** What finance wrote about a payee schedule, under the county's key. */
  scheduleWords: 'payee-schedule/words',
  /** What was said when a notice of several cases was posted or taken down, under the county's key. */
  noticeWords: 'publication/words',
  /** What was written when a bundle was returned, under the county's key. */
  bundleWords: 'bundle/words',
} as const;

export type SealedColumn = keyof typeof CONTEXTS;

/** The bytes for a sealed column, under the household's (for a helper, the county's) key. */
export function sealColumn(key: Uint8Array, column: SealedColumn, text: string): Buffer<ArrayBuffer> {
  return seal(key, text, CONTEXTS[column]);
}

/** What is read in the place of everything that a destroyed key had sealed. */
export const ERASED = '（已销毁）';

/** The text of a sealed column; of an erased household, that it is. @throws UnsealError with a wrong key, or bytes of another column. */
export function openColumn(key: Uint8Array, column: SealedColumn, sealed: Uint8Array): string {
  return key.length === 0 ? ERASED : open(key, sealed, CONTEXTS[column]);
}
