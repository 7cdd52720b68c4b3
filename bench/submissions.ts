import { subsidyFen } from '../domain/rules/amounts.js';
import { applicationInput } from '../domain/rules/application-input.js';
import { standardFor } from '../domain/rules/household-standard.js';
import { caseNumber } from '../domain/rules/case-number.js';
import type { Db } from '../prisma/client.js';
import { policyVersion, programmeVersion } from '../prisma/rules-in-force.js';

const PAGE = 500;

/** Submits an application for each of these households, as rows that the worker's sweep then starts. */
export async function submitAll(db: Db, programmeCode: string, registerNos: readonly string[]): Promise<string[]> {
  const households = await db.household.findMany({
    where: { registerNo: { in: [...registerNos] } },
    include: { members: { where: { status: 'present' } } },
  });
  const countyCode = households[0]!.villageCode.slice(0, 6);
  const { digest: programmeDigest } = await db.programme.findFirstOrThrow({
    where: { countyCode, code: programmeCode },
  });
  const { digest: policyDigest } = await db.countyPolicy.findFirstOrThrow({ where: { countyCode } });
  const programme = await programmeVersion(db, programmeDigest);
  const policy = await policyVersion(db, policyDigest);
  const quantity = programme.measure.minimum;
  const year = new Date().getUTCFullYear();
  const scope = `case/${countyCode}/${year}`;
  const { last } = await db.serial.upsert({
    ...{ where: { scope }, create: { scope, last: households.length } },
    update: { last: { increment: households.length } },
  });
  const first = last - households.length + 1;
  const rows = households.map(({ id: householdId, villageCode: areaCode, group, members }, index) => {
    const caseNo = caseNumber(countyCode, year, first + index);
    const given = { caseNo, householdId, areaCode, programmeDigest, policyDigest };
    const facts = { group, persons: members.length };
    const input = applicationInput(
      { ...given, quantity, promisedPapers: [] },
      programme,
      policy,
      standardFor(programme.standard, facts),
    );
    return {
      ...given,
      countyCode,
      programmeCode,
      period: String(year),
      quantity,
      amountFen: subsidyFen(input.standard, quantity),
      input: { ...input } as object,
    };
  });
  for (let from = 0; from < rows.length; from += PAGE) {
    const page = rows.slice(from, from + PAGE);
    const drafts = await db.applicationDraft.createManyAndReturn({
      data: page.map(({ householdId, caseNo }) => ({ householdId, programmeCode, caseNo })),
    });
    const idOf = new Map(drafts.map(({ caseNo, id }) => [caseNo, id]));
    await db.case.createMany({ data: page.map((row) => ({ ...row, applicationId: idOf.get(row.caseNo)! })) });
  }
  return rows.map(({ caseNo }) => caseNo);
}
