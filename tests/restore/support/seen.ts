import type { Db } from '../../../prisma/client.js';
import { choiceIn } from '../../../prisma/payee-choices.js';

/** What the records say of a case, but for when it was written down. */
export const seen = async (db: Db, caseNo: string) => ({
  case: await db.case.findUniqueOrThrow({
    where: { caseNo },
    omit: { applicationId: true, startedAt: true, submittedAt: true },
  }),
  events: await db.caseEvent.findMany({
    where: { caseNo },
    orderBy: [{ strand: 'asc' }, { seq: 'asc' }],
    omit: { recordedAt: true },
  }),
  tasks: await db.task.findMany({
    where: { caseNo },
    orderBy: [{ openedAt: 'asc' }, { stage: 'asc' }],
    select: { stage: true, strand: true, subject: true, openedAt: true, closedAt: true, closedById: true, dueAt: true },
  }),
  payments: await db.payment.findMany({
    where: { caseNo },
    select: { reference: true, state: true, amountFen: true, settledAt: true },
    orderBy: { reference: 'asc' },
  }),
  commitment: await db.commitment.findFirst({ where: { caseNo }, select: { state: true, amountFen: true } }),
  publications: await db.publication.findMany({
    where: { entries: { some: { caseNo } } },
    select: { no: true, postedAt: true, closesAt: true, publishedAt: true },
    orderBy: { no: 'asc' },
  }),
  payees: (await db.payeeChoice.findMany({ where: { caseNo }, orderBy: { no: 'asc' } })).map(choiceIn),
  ...(await seenBeside(db, caseNo)),
});

/** What houses, sites and entitlements say of it. */
const seenBeside = async (db: Db, caseNo: string) => ({
  house: await db.house.findUnique({
    where: { caseNo },
    select: { state: true, grade: true, householdId: true, closedAt: true },
  }),
  place: await db.resettlementPlot.findUnique({
    where: { caseNo },
    select: { no: true, persons: true, site: { select: { taken: true } } },
  }),
  entitlement: await db.entitlement.findUnique({
    where: { caseNo },
    select: { state: true, quantity: true, decisionNo: true, nextPeriod: true, periodsLeft: true, grantedAt: true },
  }),
});

/** Somebody has signed for the restore. */
export async function signed(db: Db): Promise<void> {
  await db.restore.updateMany({ where: { signedOffAt: null }, data: { signedOffAt: new Date() } });
}

/** How often the bank has credited an order, by its own books. */
export async function creditsOf(bankUrl: string, reference: string): Promise<number> {
  const { lines } = (await (await fetch(`${bankUrl}/bookings?after=0`)).json()) as {
    lines: { reference: string; reasonCode?: string }[];
  };
  return lines.filter((line) => line.reference === reference && line.reasonCode === undefined).length;
}
