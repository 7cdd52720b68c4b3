import { subsidyFen } from '../domain/rules/amounts.js';
import { applicationInput } from '../domain/rules/application-input.js';
import { RUN_WORKFLOW } from '../domain/rules/case-workflows.js';
import { caseNumber } from '../domain/rules/case-number.js';
import { standardFor } from '../domain/rules/household-standard.js';
import { yuanDaysIn } from '../domain/rules/loans.js';
import { shanghaiDate } from '../domain/rules/working-days.js';
import type { Application } from '../domain/schemas/application.js';
import type { Programme } from '../domain/schemas/programme.js';
import { applicantIn, ownedBy } from './applicant.js';
import type { Tx } from './client.js';
import { lockEntitlement, passOn } from './entitlements.js';
import type { EntitlementModel as Entitlement } from './generated/models.js';
import { loanChangesOf } from './loan-changes.js';
import { loanOf } from './loans.js';
import { lastLoggedChoice } from './payee-choices.js';
import { logSubmission } from './log-submission.js';
import { policyNow, programmeNow } from './rules-in-force.js';
import { nextSerial } from './serials.js';
import { standardFacts } from './standard-facts.js';
import { isToBeReviewed } from './yearly-review.js';

/** What a period is worth where no standard says it: a dividend. */
export interface Worth {
  readonly amountFen: number;
  /** The dividend's number, in place of a period of the calendar. */
  readonly period: string;
}

/**
 * Makes the run of an entitlement's next period, under the programme as it is now: a row first, which a sweep starts.
 * Nothing where it has ended meanwhile, or nothing is to be paid for the period. Answers its number.
 */
export async function makeRun(tx: Tx, caseNo: string, worth?: Worth): Promise<string | undefined> {
  const entitlement = await lockEntitlement(tx, caseNo);
  const { state, nextDueAt, countyCode, programmeCode } = entitlement;
  const isDue = worth !== undefined || (nextDueAt !== null && nextDueAt <= new Date());
  if (state !== 'active' || !isDue) return undefined;
  const { body: programme, digest: programmeDigest } = await programmeNow(tx, countyCode, programmeCode);
  const policy = (await policyNow(tx, countyCode))!;
  const standard = worth
    ? ({ kind: 'flat', fen: worth.amountFen } as const)
    : standardFor(programme.standard, await standardFacts(tx, entitlement));
  const given = {
    ...asked(entitlement),
    run: await periodRun(tx, entitlement, programme, worth),
    programmeDigest,
    policyDigest: policy.digest,
  };
  const input = applicationInput({ ...given, caseNo: '' }, programme, policy.body, standard);
  const amountFen = subsidyFen(input.standard, input.quantity);
  if (!worth) await passOn(tx, entitlement, programme);
  if (amountFen === 0) return undefined;
  return await writeRun(tx, entitlement, { ...input, workflow: RUN_WORKFLOW }, amountFen);
}

function asked(entitlement: Entitlement) {
  const { areaCode, personId, nextPeriod } = entitlement;
  const loan = loanOf(entitlement);
  // Of a loan the days on which it was used, and no more than was verified.
  const quantity = loan ? Math.min(entitlement.quantity, yuanDaysIn(loan, Number(nextPeriod))) : entitlement.quantity;
  return {
    ...(loan && { loan }),
    ...{ ...applicantIn(entitlement), areaCode, quantity, promisedPapers: [] },
    ...(personId !== null && { personId }),
  };
}

/** Which period it pays, and whether the year's review asks about it; of a dividend nothing is asked. */
async function periodRun(tx: Tx, entitlement: Entitlement, programme: Programme, worth?: Worth) {
  const { caseNo: entitlementNo, nextPeriod } = entitlement;
  const loanChanges = await loanChangesOf(tx, entitlementNo);
  const chosen = await lastLoggedChoice(tx, entitlementNo);
  const reviewed = !worth && (await isToBeReviewed(tx, entitlement, programme));
  return {
    ...{ entitlementNo, period: worth?.period ?? nextPeriod },
    ...(loanChanges.length > 0 && { loanChanges }),
    ...(chosen && { chosen }),
    ...(reviewed && { reviewed }),
  };
}

async function writeRun(tx: Tx, entitlement: Entitlement, unnumbered: Application, amountFen: number): Promise<string> {
  const { caseNo: entitlementNo, countyCode, areaCode, programmeCode, personId } = entitlement;
  const { helperId } = await tx.case.findUniqueOrThrow({ where: { caseNo: entitlementNo } });
  const year = shanghaiDate(Date.now()).slice(0, 4);
  const caseNo = caseNumber(countyCode, Number(year), await nextSerial(tx, `case/${countyCode}/${year}`));
  const input: Application = { ...unnumbered, caseNo, ...(helperId !== null && { helperId }) };
  const { quantity, programmeDigest, policyDigest, run } = input;
  const owner = { ...ownedBy(entitlement), programmeCode, helperId };
  const body = { quantity, registerConfirmed: true };
  const draft = await tx.applicationDraft.create({ data: { ...owner, body, caseNo } });
  const row = await tx.case.create({
    data: {
      ...{ ...owner, caseNo, applicationId: draft.id, countyCode, areaCode, programmeDigest, policyDigest },
      ...{ period: run!.period, personId, entitlementNo, input: { ...input } as object, quantity, amountFen },
    },
  });
  await logSubmission(tx, row);
  return caseNo;
}
