import { countyOf } from '../domain/rules/county-of.js';
import type { HoldReasonCode } from '../domain/rules/hold-reasons.js';
import { NOT_SENT, ON_ITS_WAY } from '../domain/rules/payment-states.js';
import { accountOfOrder } from './account-hash.js';
import { Prisma, type Tx } from './client.js';
import type { HoldKind, PaymentState } from './generated/enums.js';
import type { HoldModel as Hold } from './generated/models.js';

/** What is on hold: a case by its number, a household by its ID, an account by the keyed hash of its number, a batch. */
export interface HoldSubject {
  readonly kind: HoldKind;
  readonly subject: string;
}

interface NewHold extends HoldSubject {
  /** Where it follows from an act, so that the act repeated finds it. */
  readonly id?: string;
  readonly countyCode: string;
  readonly reasonCode: HoldReasonCode;
  /** No personal data. */
  readonly note: string;
  /** Null where a check of the payee stops it. */
  readonly byId: string | null;
}

/** An order that a hold is about, as it was when the hold was placed. */
interface StoppedOrder {
  readonly reference: string;
  readonly state: PaymentState;
}

interface Placed {
  readonly hold: Hold;
  /** False where the subject was on hold for this reason already. */
  readonly isNew: boolean;
  /** Locked until the transaction ends: these do not leave. */
  readonly waiting: readonly StoppedOrder[];
}

/** Whether order `p` of "Payment" is on hold by its case, its household or its account; a held batch is asked about by itself. */
export const onHold = Prisma.sql`EXISTS (
  SELECT 1 FROM "Case" c CROSS JOIN ${accountOfOrder} a
  JOIN "Hold" h ON h."liftedAt" IS NULL AND (
    (h."kind" = 'case' AND h."subject" = c."caseNo")
    OR (h."kind" = 'household' AND h."subject" = c."householdId")
    OR (h."kind" = 'account' AND h."subject" = a."numberHash"))
  WHERE c."caseNo" = p."caseNo")`;

/** Whether a batch as a whole is on hold. Whoever sends it locks its orders first, then asks. */
export const isBatchHeld = async (tx: Tx, batchNo: string): Promise<boolean> =>
  (await tx.hold.count({ where: { kind: 'batch', subject: batchNo, liftedAt: null } })) > 0;

/**
 * Puts payments on hold, once per subject and reason. What it stops is locked, in the order of references, so that it
 * comes before or after the transaction that sends them: what is not among `waiting` had left before.
 */
export async function placeHold(tx: Tx, { kind, subject, ...said }: NewHold): Promise<Placed> {
  const waiting = await tx.$queryRaw<StoppedOrder[]>`
    SELECT p."reference", p."state"::text AS "state" FROM "Payment" p
    WHERE p."state"::text = ANY(${NOT_SENT}) AND ${ordersOf({ kind, subject })}
    ORDER BY p."reference" FOR NO KEY UPDATE OF p`;
  const { count } = await tx.hold.createMany({ data: { kind, subject, ...said }, skipDuplicates: true });
  const open = { kind, subject, reasonCode: said.reasonCode, liftedAt: null };
  const hold = await tx.hold.findFirstOrThrow({ where: open });
  return { hold, isNew: count > 0, waiting };
}

/** Nothing more of these cases leaves until somebody has looked; in one order for everybody. */
export async function stopCases(
  tx: Tx,
  caseNos: readonly string[],
  why: Pick<NewHold, 'reasonCode' | 'note'>,
): Promise<void> {
  for (const caseNo of [...new Set(caseNos)].toSorted())
    await placeHold(tx, { ...why, kind: 'case', subject: caseNo, countyCode: countyOf(caseNo), byId: null });
}

/** Orders of a subject that may be with the bank and whose end is open: nothing stops them any more. */
export const ordersOnTheirWay = async (tx: Tx, subject: HoldSubject): Promise<StoppedOrder[]> =>
  await tx.$queryRaw<StoppedOrder[]>`
    SELECT p."reference", p."state"::text AS "state" FROM "Payment" p
    WHERE p."state"::text = ANY(${ON_ITS_WAY}) AND ${ordersOf(subject)} ORDER BY p."reference"`;

/** Which of the orders `p` a hold is about. */
function ordersOf({ kind, subject }: HoldSubject): Prisma.Sql {
  switch (kind) {
    case 'case':
      return Prisma.sql`p."caseNo" = ${subject}`;
    case 'household':
      return Prisma.sql`p."caseNo" IN (SELECT "caseNo" FROM "Case" WHERE "householdId" = ${subject})`;
    case 'account':
      return Prisma.sql`p."accountId" IN (
        SELECT "id" FROM "Account" WHERE "numberHash" = ${subject}
        UNION ALL SELECT "id" FROM "PayeeAccount" WHERE "numberHash" = ${subject})`;
    case 'batch':
      return Prisma.sql`p."batchNo" = ${subject}`;
  }
}
