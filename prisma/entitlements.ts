import { ownedBy } from './applicant.js';
import { type EndReason } from '../domain/rules/entitlement-ends.js';
import { frequencyOf, periodAfter, startOf } from '../domain/rules/entitlement-periods.js';
import { type Loan, payableFrom } from '../domain/rules/loans.js';
import { periodOf } from '../domain/rules/periods.js';
import { addCalendarDays, CALENDAR_DAY, shanghaiDate, startOfShanghaiDay } from '../domain/rules/working-days.js';
import type { Application } from '../domain/schemas/application.js';
import type { Programme } from '../domain/schemas/programme.js';
import { endedMessage } from '../domain/texts/entitlements.js';
import type { Keyring } from '../platform/keyring.js';
import type { Tx } from './client.js';
import type { CaseModel, EntitlementModel as Entitlement } from './generated/models.js';
import { tellHousehold } from './household-message.js';
import { loanOf } from './loans.js';
import { countyDays, programmeNow } from './rules-in-force.js';

/** Where days are shortened, a period follows another after so many of them. */
const SHORTENED_PERIOD_DAYS = 10;

interface Granted {
  readonly row: CaseModel;
  readonly programme: Programme;
  readonly decisionNo: string;
  readonly at: Date;
}

/** What a case has granted: its first period is the one it is granted in, due at once. Again, it is the same. */
export async function grant(tx: Tx, { row, programme, decisionNo, at }: Granted): Promise<void> {
  const { caseNo, countyCode, areaCode, programmeCode, personId, quantity } = row;
  const { lasts, paidByDividend } = programme;
  const { loan } = row.input as unknown as Application;
  // Interest is paid of the year in which it was applied for, when that year is over.
  const nextPeriod = loan ? row.period : periodOf(frequencyOf(programme.period), shanghaiDate(at.getTime()));
  await tx.entitlement.createMany({
    data: {
      ...{
        caseNo,
        ...ownedBy(row),
        countyCode,
        areaCode,
        programmeCode,
        personId,
        quantity,
        decisionNo,
        grantedAt: at,
      },
      ...(loan && { loan: { ...loan } }),
      ...{ nextPeriod, nextDueAt: paidByDividend ? null : loan ? await dueAt(tx, countyCode, nextPeriod, loan) : at },
      periodsLeft: lasts?.periods ?? null,
    },
    skipDuplicates: true,
  });
}

/** An entitlement, locked. @throws where there is none */
export async function lockEntitlement(tx: Tx, caseNo: string): Promise<Entitlement> {
  await tx.$queryRaw`SELECT 1 FROM "Entitlement" WHERE "caseNo" = ${caseNo} FOR NO KEY UPDATE`;
  return await tx.entitlement.findUniqueOrThrow({ where: { caseNo } });
}

/** A period has its run: the next one is awaited. Locked before. */
export async function passOn(tx: Tx, entitlement: Entitlement, programme: Programme): Promise<void> {
  const { caseNo, countyCode, nextPeriod, nextDueAt, periodsLeft } = entitlement;
  const period = periodAfter(frequencyOf(programme.period), nextPeriod);
  await tx.entitlement.update({
    where: { caseNo },
    data: {
      nextPeriod: period,
      nextDueAt: nextDueAt && (await dueAt(tx, countyCode, period, loanOf(entitlement))),
      periodsLeft: periodsLeft === null ? null : periodsLeft - 1,
    },
  });
}

/** When a period is paid: with its beginning; the interest of a year when that is over, or the loan fell due. */
export async function dueAt(tx: Tx, countyCode: string, period: string, loan?: Loan): Promise<Date> {
  const now = Date.now();
  const { dayLength } = await countyDays(tx, countyCode, now);
  const isShortened = dayLength.daySeconds !== CALENDAR_DAY.daySeconds;
  return new Date(
    isShortened
      ? addCalendarDays(now, SHORTENED_PERIOD_DAYS, dayLength)
      : startOfShanghaiDay(loan ? payableFrom(loan, Number(period)) : startOf(period)),
  );
}

interface Ending {
  readonly end: EndReason;
  readonly at: Date;
  readonly byId?: string;
  readonly wordsId?: string;
}

/** It is paid no longer, and the household told why, once. False where it had ended before. */
export async function endEntitlement(
  tx: Tx,
  keyring: Keyring,
  caseNo: string,
  { end, at, byId, wordsId }: Ending,
): Promise<boolean> {
  const { count } = await tx.entitlement.updateMany({
    where: { caseNo, state: 'active' },
    data: {
      ...{ state: 'ended', endedAt: at, endReason: end, nextDueAt: null },
      ...{ endedById: byId ?? null, endWordsId: wordsId ?? null },
    },
  });
  if (count === 0) return false;
  const { countyCode, programmeCode } = await tx.entitlement.findUniqueOrThrow({ where: { caseNo } });
  const { body } = await programmeNow(tx, countyCode, programmeCode);
  await tellHousehold(tx, keyring, { caseNo, key: `${caseNo}/ended`, text: endedMessage(caseNo, body.name.zh, end) });
  return true;
}
