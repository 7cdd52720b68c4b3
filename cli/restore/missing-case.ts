import { subsidyFen } from '../../domain/rules/amounts.js';
import { countyOf } from '../../domain/rules/county-of.js';
import { periodOf } from '../../domain/rules/periods.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { Application } from '../../domain/schemas/application.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { ownerIn } from '../../prisma/applicant.js';
import type { Tx } from '../../prisma/client.js';
import { keepRow, listedDraft } from './missing-bundle.js';
import { lockEntitlement, passOn } from '../../prisma/entitlements.js';
import { changeLoan } from '../../prisma/loan-changes.js';
import { takeInHand } from '../../prisma/houses.js';
import { logSubmission } from '../../prisma/log-submission.js';
import { keepLogged, keepSubmittedChoice } from '../../prisma/payee-choices.js';
import { writeShare } from '../../prisma/shares.js';
import { policyVersion, programmeVersion } from '../../prisma/rules-in-force.js';

/**
 * Makes the rows of a case that was submitted after the backup, from what its workflow began with. What the household
 * had written into its draft, and its papers, are not in there.
 *
 * @throws where the records have not its household, its programme or its policy either; HOMESTEAD_TAKEN where another
 * case has dealt with its homestead meanwhile
 */
export async function makeCase(tx: Tx, application: Application, submittedAt: Date): Promise<void> {
  const { recorded: _, ...input } = application;
  const { caseNo, helperId, areaCode, quantity, promisedPapers, standard } = input;
  const { programmeDigest, policyDigest, personId, run } = input;
  const programme = await programmeVersion(tx, programmeDigest);
  if (input.share) return await writeShare(tx, input, programme.code, submittedAt);
  const policy = await policyVersion(tx, policyDigest);
  const owner = { ...ownerIn(input), programmeCode: programme.code, helperId: helperId ?? null };
  const body = { quantity, promisedPapers: [...promisedPapers], registerConfirmed: true };
  const listed = await listedDraft(tx, application);
  const draft = listed
    ? await tx.applicationDraft.update({ where: { id: listed }, data: { caseNo } })
    : await tx.applicationDraft.create({ data: { ...owner, body, caseNo, createdAt: submittedAt } });
  const row = await tx.case.create({
    data: {
      ...{ ...owner, caseNo, applicationId: draft.id, countyCode: countyOf(areaCode), areaCode },
      ...{ programmeDigest, policyDigest, submittedAt, startedAt: submittedAt, input: asSubmitted(input) },
      ...{ period: run?.period ?? periodOf(programme.period, shanghaiDate(submittedAt.getTime())) },
      ...{ personId: personId ?? null, entitlementNo: run?.entitlementNo ?? null },
      ...{ bundleNo: input.bundle?.no ?? null, quantity, amountFen: subsidyFen(standard, quantity) },
    },
  });
  if (await takeInHand(tx, row, programme, policy, submittedAt)) throw new Error('HOMESTEAD_TAKEN');
  if (run) await hasRun(tx, run, programme);
  await keepRow(tx, application, draft.id, submittedAt);
  await keepSubmittedChoice(tx, row);
  await logSubmission(tx, row);
}

/** What was decided about its bundle came after it was submitted. */
const asSubmitted = ({ bundle, ...input }: Application): object => ({
  ...input,
  ...(bundle && { bundle: { no: bundle.no, acts: [] } }),
});

/**
 * What had become of its loan has become of it again, whom it pays is chosen again, and a period that has its run is not
 * made another one.
 */
async function hasRun(tx: Tx, run: NonNullable<Application['run']>, programme: Programme): Promise<void> {
  const { entitlementNo, period, loanChanges = [], chosen } = run;
  for (const change of loanChanges) await changeLoan(tx, await lockEntitlement(tx, entitlementNo), change);
  const entitlement = await lockEntitlement(tx, entitlementNo);
  if (chosen) await keepLogged(tx, entitlementNo, chosen);
  if (entitlement.nextPeriod === period) await passOn(tx, entitlement, programme);
}
