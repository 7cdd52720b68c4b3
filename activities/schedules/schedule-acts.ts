import { REASONS, type ReasonCode } from '../../domain/rules/reasons.js';
import type { Act } from '../../domain/schemas/act.js';
import type { StoredReview } from '../../domain/schemas/payee-schedule.js';
import { actIdOf, uuidFor } from '../../platform/digest.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { PayeeScheduleLineModel as Line, PayeeScheduleModel as Schedule } from '../../prisma/generated/models.js';
import { openColumn } from '../../prisma/sealed.js';
import { keepWords } from '../../prisma/words.js';
import { makerOf, reviewersOf } from './signed-by.js';

type Scheduled = Line & { readonly case: { readonly householdId: string | null } };

/** What a line carries into its case. */
export interface LineAct {
  readonly act: Act;
  /** Follows from schedule, case and stage: carried again, it finds itself. */
  readonly actId: string;
}

/** 补贴清册: the order, as the act of the official who made the schedule; undefined where he did not sign for it. */
export async function ordering(tx: Tx, keyring: Keyring, schedule: Schedule) {
  const { no } = schedule;
  const by = await makerOf(tx, keyring, schedule);
  if (!by) return undefined;
  const act: Act = { stage: 'paymentPreparation', verdict: 'prepare', by };
  return ({ caseNo }: Scheduled): Promise<LineAct> =>
    Promise.resolve({ act, actId: actIdOf(no, caseNo, 'paymentPreparation') });
}

/**
 * 财政复核: what finance decided about the schedule, for one of its orders, with the third signature if there is one;
 * undefined where it was not signed for.
 */
export async function reviewing(tx: Tx, keyring: Keyring, schedule: Schedule) {
  const { no, countyCode } = schedule;
  const reviewers = await reviewersOf(tx, keyring, schedule);
  if (!reviewers) return undefined;
  const { by, cosigner, review } = reviewers;
  const written = review.words && openWritten(keyring, countyCode, review.words);
  const excluded = new Map(review.excluded.map(({ reference, reasonCode }) => [reference, reasonCode]));

  return async ({ caseNo, reference, case: { householdId } }: Scheduled): Promise<LineAct> => {
    const actId = actIdOf(no, caseNo, 'paymentReview');
    const about = { stage: 'paymentReview', subject: reference ?? '', by } as const;
    const reasonCode: ReasonCode | undefined = excluded.get(reference!) ?? returned(review);
    if (!reasonCode) return { actId, act: { ...about, verdict: 'pass', ...(cosigner && { cosigner }) } };
    const text = [REASONS[reasonCode].zh, written].filter(Boolean).join('：');
    const words = await keepWords(tx, keyring, { id: uuidFor(actId, 'words'), householdId, caseNo, text });
    return { actId, act: { ...about, verdict: 'return', reasonCode, words } };
  };
}

const returned = ({ verdict, reasonCode }: StoredReview): ReasonCode | undefined =>
  verdict === 'return' ? reasonCode : undefined;

const openWritten = (keyring: Keyring, countyCode: string, sealed: string): string =>
  openColumn(keyring.county(countyCode).key, 'scheduleWords', Buffer.from(sealed, 'base64'));
