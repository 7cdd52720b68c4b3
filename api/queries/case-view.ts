import { consentOf, payingOf } from '../../domain/rules/payee.js';
import { askedText } from '../../domain/texts/loans.js';
import type { Application } from '../../domain/schemas/application.js';
import type { CaseView } from '../../domain/schemas/case-view.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { HANDLERS } from '../../domain/texts/handlers.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel, TaskModel } from '../../prisma/generated/models.js';
import { applicantName, caseKey, isByHelper } from '../../prisma/applicant.js';
import { registeredAccounts } from '../../prisma/registered-payees.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';
import { openColumn } from '../../prisma/sealed.js';
import { areaNames } from '../../prisma/areas.js';
import { aheadOf } from './case-ahead.js';
import { coded } from './coded.js';
import { caseHolds } from './holds.js';
import { consentsTo } from './consents.js';
import { entriesOfCase } from './ledger-entries.js';
import { outcomeView } from './outcome-view.js';
import { paperView } from './papers.js';
import { payeeName } from './payee-name.js';
import { paymentWays } from './payment-way.js';
import { ratingOf } from './rating.js';
import { caseRecovery } from './recoveries.js';
import { reviewOf } from './review.js';
import { caseSetOffs } from './set-offs.js';
import { settlementOf } from './settlement.js';

/** Where a case is, for those who may see it. */
export async function caseView(tx: Tx, keyring: Keyring, row: CaseModel): Promise<CaseView> {
  const { caseNo, applicationId, areaCode, stage, running, quantity, rentMonths, decisionNo } = row;
  const programme = await programmeVersion(tx, row.programmeDigest);
  const papers = await tx.paper.findMany({ where: { applicationId }, orderBy: { uploadedAt: 'asc' } });
  const key = await caseKey(tx, keyring, row);
  return {
    ...{ caseNo, applicationId, running, quantity, rentMonths, decisionNo },
    applicant: await applicantName(tx, keyring, row),
    ...{ unit: programme.measure.unit, scale: programme.measure.scale, amountFen: Number(row.amountFen) },
    quantityText: askedText(programme.measure, (row.input as unknown as Application).loan, quantity),
    run: runOf(row),
    person: await personOf(tx, keyring, row),
    programme: { code: programme.code, ...programme.name },
    filedByHelper: isByHelper(row),
    consent: (await consentsTo(tx, [row]))(row),
    area: (await areaNames(tx, [areaCode]))(areaCode),
    stage: coded(STAGE_NAMES, stage),
    awaits: await awaits(tx, caseNo),
    ahead: await aheadOf(tx, row),
    submittedAt: row.submittedAt.toISOString(),
    reopenedAt: row.reopenedAt?.toISOString() ?? null,
    // Opened again, it is not closed.
    closedAt: running ? null : (row.closedAt?.toISOString() ?? null),
    outcome: await outcomeView(tx, keyring, row),
    papers: papers.map((paper) => paperView(paper, programme, key)),
    owedPapers: owedPapers(row, programme, papers),
    payee: await payeeOf(tx, row, programme),
    payeeConsent: running && row.householdId !== null ? consentOf(payingOf(programme, rentMonths)) : null,
    payments: await paymentWays(tx, caseNo),
    setOffs: await caseSetOffs(tx, caseNo),
    holds: await caseHolds(tx, row),
    recovery: await caseRecovery(tx, keyring, caseNo),
    ledger: await entriesOfCase(tx, caseNo),
    ...(await noticesOf(tx, row)),
    settlement: await settlementOf(tx, caseNo),
    rating: await ratingOf(tx, keyring, row),
    review: await reviewOf(tx, caseNo, programme),
  };
}

/** 容缺受理: what a running case still waits for. */
function owedPapers(
  { running, input }: CaseModel,
  { papers }: Programme,
  given: readonly { kind: string }[],
): CaseView['owedPapers'] {
  const { promisedPapers } = input as unknown as Application;
  const owed = running ? promisedPapers.filter((kind) => !given.some((paper) => paper.kind === kind)) : [];
  return papers.filter(({ kind }) => owed.includes(kind)).map(({ kind, name }) => ({ kind, name }));
}

const runOf = ({ entitlementNo, period }: CaseModel): CaseView['run'] =>
  entitlementNo === null ? null : { entitlementNo, period };

async function personOf(tx: Tx, keyring: Keyring, row: CaseModel): Promise<CaseView['person']> {
  const { personId } = row;
  if (personId === null) return null;
  const { nameSealed } = await tx.member.findUniqueOrThrow({ where: { id: personId } });
  return { id: personId, name: openColumn(await caseKey(tx, keyring, row), 'memberName', nameSealed) };
}

async function payeeOf(tx: Tx, row: CaseModel, programme: Programme): Promise<CaseView['payee']> {
  const registered = (await registeredAccounts(tx, [{ ...row, programme }])).get(row.caseNo);
  return registered ? payeeName(registered.payee) : null;
}

async function awaits(tx: Tx, caseNo: string): Promise<CaseView['awaits']> {
  const tasks = await tx.task.findMany({ where: { caseNo, closedAt: null }, orderBy: { openedAt: 'asc' } });
  return tasks.map(awaited);
}

const awaited = ({ stage, role, dueAt }: TaskModel): CaseView['awaits'][number] => ({
  stage: coded(STAGE_NAMES, stage),
  role: coded(ROLE_NAMES, role),
  who: HANDLERS[role],
  dueAt: dueAt?.toISOString() ?? null,
  overdue: dueAt !== null && dueAt.getTime() < Date.now(),
});

async function noticesOf(tx: Tx, { caseNo, stage }: CaseModel): Promise<Pick<CaseView, 'notices' | 'openNotice'>> {
  const rows = await tx.publication.findMany({
    where: { entries: { some: { caseNo } } },
    select: { no: true, closesAt: true },
    orderBy: { publishedAt: 'asc' },
  });
  const open = stage === 'publicNotice' ? rows.at(-1) : undefined;
  const closesAt = open?.closesAt ?? null;
  const isOpen = closesAt === null || Date.now() < closesAt.getTime();
  return {
    notices: rows.map(({ no }) => no),
    openNotice: open ? { no: open.no, closesAt: closesAt?.toISOString() ?? null, open: isOpen } : null,
  };
}
