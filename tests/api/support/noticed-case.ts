import { record } from '../../../activities/record/record.js';
import type { World } from '../../../activities/world.js';
import { submit } from '../../activities/support/submission.js';

/** A case whose recorder says that it is on public notice, without an engine: its number and the notice's. */
export async function noticedCase(world: World, householdId: string): Promise<{ caseNo: string; no: string }> {
  const caseNo = await submit(world.db, { programmeCode: 'beekeeping', householdId });
  const no = `${caseNo}-N1`;
  await record(world, caseNo, 'case', [{ seq: 1, at: Date.now(), kind: 'published', publicationNo: no }]);
  return { caseNo, no };
}

/** The term of a notice ends so many milliseconds from now, by the database's clock. */
export async function endTermIn({ db }: World, no: string, milliseconds: number): Promise<Date> {
  await db.$executeRaw`
    UPDATE "Publication" SET "postedAt" = clock_timestamp(),
      "closesAt" = clock_timestamp() + ${milliseconds} * interval '1 millisecond'
    WHERE "no" = ${no}`;
  const { closesAt } = await db.publication.findUniqueOrThrow({ where: { no } });
  return closesAt!;
}
