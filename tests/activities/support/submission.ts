import { standardFor } from '../../../domain/rules/household-standard.js';
import { caseNumber } from '../../../domain/rules/case-number.js';
import { applicationInput } from '../../../domain/rules/application-input.js';
import { type Loan, mostYuanDays } from '../../../domain/rules/loans.js';
import { subsidyFen } from '../../../domain/rules/amounts.js';
import { applicantIn, villageOf } from '../../../prisma/applicant.js';
import type { Db } from '../../../prisma/client.js';
import { policyNow, programmeVersion } from '../../../prisma/rules-in-force.js';
import { keepSubmittedChoice } from '../../../prisma/payee-choices.js';
import { logSubmission } from '../../../prisma/log-submission.js';
import { nextSerial } from '../../../prisma/serials.js';
import { standardFacts } from '../../../prisma/standard-facts.js';

interface Submitted {
  readonly programmeCode: string;
  /** Whose it is, where no collective applies. */
  readonly householdId: string;
  /** In place of the household: a village collective of the register of payees. */
  readonly collectiveId?: string;
  readonly quantity?: number;
  /** Of a subsidy of interest; then the quantity follows from it. */
  readonly loan?: Loan;
  /** Whom of the register of payees it names. */
  readonly payee?: { readonly id: string };
  /** Uploaded before, by their digest. */
  readonly papers?: readonly { readonly kind: string; readonly sha256: string }[];
}

/** A submitted application as a row, which the worker's sweep then starts. */
export async function submit(
  db: Db,
  { programmeCode, householdId, collectiveId, quantity, loan, payee, papers = [] }: Submitted,
): Promise<string> {
  const owner = collectiveId ? { householdId: null, payeeId: collectiveId } : { householdId, payeeId: null };
  const areaCode = await villageOf(db, owner);
  const countyCode = areaCode.slice(0, 6);
  const { digest: programmeDigest } = await db.programme.findFirstOrThrow({
    where: { countyCode, code: programmeCode },
  });
  const { digest: policyDigest, body: policy } = (await policyNow(db, countyCode))!;
  const programme = await programmeVersion(db, programmeDigest);
  const year = new Date().getUTCFullYear();
  return await db.$transaction(async (tx) => {
    const caseNo = caseNumber(countyCode, year, await nextSerial(tx, `case/${countyCode}/${year}`));
    const amount = quantity ?? (loan ? mostYuanDays(loan) : programme.measure.minimum);
    const rules = { programmeDigest, policyDigest };
    const facts = await standardFacts(tx, owner);
    const input = applicationInput(
      {
        caseNo,
        ...applicantIn(owner),
        areaCode,
        ...rules,
        quantity: amount,
        promisedPapers: [],
        ...(payee && { payee }),
        ...(loan && { loan }),
      },
      programme,
      policy,
      standardFor(programme.standard, facts),
    );
    const draft = await tx.applicationDraft.create({ data: { ...owner, programmeCode, caseNo } });
    await tx.paper.createMany({
      data: papers.map((paper) => ({
        ...{ ...paper, applicationId: draft.id, contentType: 'image/jpeg', bytes: 1, uploadedBy: householdId },
        toldAt: new Date(),
      })),
    });
    const row = await tx.case.create({
      data: {
        ...{ caseNo, ...owner, areaCode, ...rules, applicationId: draft.id, countyCode, programmeCode },
        ...{
          period: String(year),
          quantity: amount,
          amountFen: subsidyFen(input.standard, amount),
          input: { ...input } as object,
        },
      },
    });
    await keepSubmittedChoice(tx, row);
    await logSubmission(tx, row);
    return caseNo;
  });
}

/** Households of the rehearsal county with nothing special about them, and no case yet. */
export async function ordinaryHouseholds(db: Db, howMany: number): Promise<string[]> {
  const rows = await db.household.findMany({
    where: {
      ...{ villageCode: { startsWith: '339901100' }, standing: 'registered', phoneHash: { not: null } },
      ...{ kin: { none: {} }, cases: { none: {} }, accounts: { some: { current: true } } },
      members: { every: { status: 'present' }, some: { canWork: true } },
    },
    include: { members: true, accounts: true },
    orderBy: { registerNo: 'desc' },
    take: howMany * 2,
  });
  const shared = await db.account.groupBy({ by: ['numberHash'], having: { numberHash: { _count: { gt: 1 } } } });
  const sharedHashes = new Set(shared.map(({ numberHash }) => numberHash));
  const free = rows.filter(({ accounts }) => !accounts.some(({ numberHash }) => sharedHashes.has(numberHash)));
  return free.slice(0, howMany).map(({ id }) => id);
}
