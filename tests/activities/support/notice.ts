import { randomUUID } from 'node:crypto';
import type { Db } from '../../../prisma/client.js';
import { nextSerial } from '../../../prisma/serials.js';

/** A notice on the village board that closes so many milliseconds from now, by the database's clock. */
export async function postNotice(db: Db, caseNo: string, closesInMs: number): Promise<string> {
  const { countyCode, areaCode } = await db.case.findUniqueOrThrow({ where: { caseNo } });
  const no = `${caseNo}-N1`;
  const data = { no, countyCode, areaCode, body: {}, postedAt: new Date(), cases: { connect: { caseNo } } };
  await db.publication.create({ data });
  await db.$executeRaw`
    UPDATE "Publication" SET "closesAt" = clock_timestamp() + ${closesInMs} * interval '1 millisecond'
    WHERE "no" = ${no}`;
  return no;
}

/** An objection as a row, received now. */
export async function object(db: Db, publicationNo: string, caseNo: string): Promise<string> {
  const receiptNo = `T${await nextSerial(db, 'objection/test')}`;
  const data = { publicationNo, caseNo, receiptNo, wordsId: randomUUID() };
  const { id } = await db.objection.create({ data });
  return id;
}
