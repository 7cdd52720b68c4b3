import { randomUUID } from 'node:crypto';
import type { Db } from '../../../prisma/client.js';
import { nextSerial } from '../../../prisma/serials.js';

/** A notice on the village board that closes so many milliseconds from now, by the database's clock. */
export async function postNotice(db: Db, caseNo: string, closesInMs: number): Promise<string> {
  const { countyCode, areaCode } = await db.case.findUniqueOrThrow({ where: { caseNo } });
  const no = `${caseNo}-N1`;
  const entry = { caseNo, position: 1, body: {} };
  const data = { no, countyCode, areaCode, postedAt: new Date(), entries: { create: entry } };
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

/** A notice that lists several cases; its term ends so many milliseconds from now, by the database's clock. */
export async function postTogether(db: Db, caseNos: readonly string[], closesInMs: number): Promise<string> {
  const { countyCode, areaCode } = await db.case.findUniqueOrThrow({ where: { caseNo: caseNos[0]! } });
  const no = `${countyCode}-2026-K${String(await nextSerial(db, 'notice/test')).padStart(6, '0')}-N1`;
  const entries = caseNos.map((caseNo, index) => ({ caseNo, position: index + 1, body: said(index) }));
  await db.publication.create({
    data: { no, countyCode, areaCode, postedAt: new Date(), entries: { create: entries } },
  });
  await db.$executeRaw`
    UPDATE "Publication" SET "closesAt" = clock_timestamp() + ${closesInMs} * interval '1 millisecond'
    WHERE "no" = ${no}`;
  return no;
}

const said = (index: number) => ({
  ...{
    applicant: `${'王李张余'.charAt(index % 4)}**`,
    county: '演练县',
    township: '青溪镇',
    village: `第${index % 2}村`,
  },
  ...{ programme: { zh: '养蜂', en: 'Beekeeping' }, basis: { zh: '依据', en: 'Basis' }, unit: { zh: '亩', en: 'mu' } },
  ...{ quantity: '1.50', amountFen: 10_000, office: '演练县扶贫办公室' },
});
