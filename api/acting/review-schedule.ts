import type { ScheduleReview, ScheduleSignature, StoredReview } from '../../domain/schemas/payee-schedule.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { ScheduleState } from '../../prisma/generated/enums.js';
import type { PayeeScheduleModel as Schedule } from '../../prisma/generated/models.js';
import { UNREVIEWED } from '../../prisma/schedules.js';
import { sealColumn } from '../../prisma/sealed.js';
import type { Deps } from '../deps.js';
import { found, invalid, Refused } from '../problem.js';
import { aboveLimit } from '../queries/schedule-limit.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';
import { signingAs, signReview, signThird } from './sign-rows.js';

interface Signing {
  readonly no: string;
  /** Begun before and not finished: what it did may be done. */
  readonly takenOver: boolean;
}

/**
 * 财政复核 of a whole schedule, as it was seen. Above the limit it then waits for the third signature; else its cases
 * are told. Answers where it is.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, OWN_DECISION, OWN_OFFICE, SCHEDULE_MOVED, SCHEDULE_CHANGED, INVALID_INPUT
 */
export async function reviewSchedule(
  { db, keyring }: Deps,
  who: OfficialWho,
  { no, takenOver }: Signing,
  said: ScheduleReview,
): Promise<ScheduleState> {
  return await db.$transaction(async (tx) => {
    const schedule = await locked(tx, who, no);
    if (takenOver && schedule.reviewedById === who.id) return schedule.state;
    mustBe(schedule, 'made', said.digest);
    await mustBeOnIt(tx, no, said.excluded);
    const review = storedReview(keyring, schedule, said) as unknown as Prisma.InputJsonObject;
    const data = { reviewedById: who.id, reviewedAt: new Date(), review };
    const needsThird = said.verdict === 'pass' && (await aboveLimit(tx, [schedule])).has(no);
    await tx.payeeSchedule.update({ where: { no }, data });
    await signReview(tx, keyring, no, { by: signingAs(who, 'paymentReviewer'), awaitsThird: needsThird });
    if (!needsThird) return await decide(tx, no);
    await tx.payeeSchedule.update({ where: { no }, data: { state: 'countersigning' } });
    return 'countersigning';
  });
}

/**
 * The third signature: neither of whoever made it nor of whoever reviewed it. Who does not agree gives it back to be
 * reviewed anew.
 * @throws Refused as for the review; ALREADY_SIGNED
 */
export async function signSchedule(
  { db, keyring }: Deps,
  who: OfficialWho,
  { no, takenOver }: Signing,
  { digest, agrees }: ScheduleSignature,
): Promise<ScheduleState> {
  return await db.$transaction(async (tx) => {
    const schedule = await locked(tx, who, no);
    if (takenOver && schedule.thirdById === who.id) return schedule.state;
    mustBe(schedule, 'countersigning', digest);
    if (schedule.reviewedById === who.id) throw new Refused('ALREADY_SIGNED');
    if (!agrees) {
      await tx.payeeSchedule.update({ where: { no }, data: { ...UNREVIEWED, state: 'made' } });
      return 'made';
    }
    await tx.payeeSchedule.update({ where: { no }, data: { thirdById: who.id, thirdAt: new Date() } });
    await signThird(tx, keyring, no, signingAs(who, 'paymentReviewer'));
    return await decide(tx, no);
  });
}

/** From now on its cases are told: one after the other, by a sweep. */
async function decide(tx: Tx, no: string): Promise<ScheduleState> {
  await tx.payeeSchedule.update({ where: { no }, data: { state: 'reviewing' } });
  await tx.payeeScheduleLine.updateMany({ where: { scheduleNo: no, state: 'ordered' }, data: { state: 'decided' } });
  return 'reviewing';
}

/** The schedule, locked, if this official may sign it: it is neither his own work nor that of his office. */
async function locked(tx: Tx, who: OfficialWho, no: string): Promise<Schedule> {
  await tx.$queryRaw`SELECT 1 FROM "PayeeSchedule" WHERE "no" = ${no} FOR NO KEY UPDATE`;
  const schedule = found(await tx.payeeSchedule.findUnique({ where: { no } }));
  withinArea(who, schedule.countyCode);
  if (schedule.madeById === who.id) throw new Refused('OWN_DECISION');
  const { officeId } = await tx.official.findUniqueOrThrow({ where: { id: schedule.madeById } });
  if (officeId === who.office.id) throw new Refused('OWN_OFFICE');
  return schedule;
}

function mustBe(schedule: Schedule, state: ScheduleState, digest: string): void {
  if (schedule.state !== state) throw new Refused('SCHEDULE_MOVED');
  if (schedule.digest !== digest) throw new Refused('SCHEDULE_CHANGED');
}

async function mustBeOnIt(tx: Tx, scheduleNo: string, excluded: ScheduleReview['excluded']): Promise<void> {
  const references = excluded.map(({ reference }) => reference);
  const rows = await tx.payeeScheduleLine.findMany({
    where: { scheduleNo, state: 'ordered', reference: { in: references } },
    select: { reference: true },
  });
  const known = new Set(rows.map(({ reference }) => reference));
  const others = references.flatMap((reference, index) => (known.has(reference) ? [] : [notOnIt(index)]));
  if (others.length > 0) throw invalid(others);
}

const notOnIt = (index: number) => ({
  field: `excluded.${index}.reference`,
  zh: '清册中没有这笔待复核的支付指令，请核对',
  en: 'No order on this schedule that waits for its review: check the reference',
});

function storedReview(keyring: Keyring, { countyCode }: Schedule, said: ScheduleReview): StoredReview {
  const { verdict, reasonCode, words, excluded } = said;
  const { key } = keyring.county(countyCode);
  return {
    ...{ verdict, excluded },
    ...(reasonCode !== undefined && { reasonCode }),
    ...(words !== undefined && { words: sealColumn(key, 'scheduleWords', words).toString('base64') }),
  };
}
