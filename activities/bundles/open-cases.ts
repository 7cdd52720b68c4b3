import { BUNDLED_PROJECT } from '../../domain/rules/case-workflows.js';
import { ofHousehold } from '../../prisma/applicant.js';
import { DraftBody } from '../../domain/schemas/application-draft.js';
import { inParallel } from '../../platform/in-parallel.js';
import { filedBy, lockBundle } from '../../prisma/bundles.js';
import { nextCaseNos } from '../../prisma/case-numbers.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { BundleModel as Bundle } from '../../prisma/generated/models.js';
import { logSubmission } from '../../prisma/log-submission.js';
import { type CaseRules, newCaseRow, periodNow } from '../../prisma/new-case.js';
import { policyVersion, programmeVersion } from '../../prisma/rules-in-force.js';
import { alive } from '../batches/alive.js';
import { deskCheck } from '../desk-check.js';
import type { World } from '../world.js';

const PAGE = 50;
/** Households whose papers are compared at once. */
const AT_ONCE = 4;

const withDraft = {
  application: { include: { papers: { select: { kind: true } }, household: { select: { villageCode: true } } } },
} as const;
type Row = Prisma.BundleRowGetPayload<{ include: typeof withDraft }>;

/**
 * Opens a case for each household of a bundle, page by page, and holds it against the databases. A household that has
 * one running for the programme and period has it on its row and holds up no other. Killed anywhere, it goes on with
 * the rows that are left.
 */
export async function openCases(world: World, bundleNo: string): Promise<void> {
  await alive(async () => {
    const bundle = await world.db.bundle.findUniqueOrThrow({ where: { no: bundleNo } });
    const rules = await rulesOf(world.db, bundle);
    while (await world.db.$transaction((tx) => openPage(tx, bundle, rules)));
    await checkRows(world, bundleNo);
    const data = { state: 'initialCheck', awaitedSince: new Date(), overdueAt: null } as const;
    await world.db.bundle.updateMany({ where: { no: bundleNo, state: 'filing' }, data });
  });
}

/** As they were when the bundle was handed in. */
async function rulesOf(tx: Tx, { programmeDigest, policyDigest }: Bundle): Promise<CaseRules> {
  const programme = { digest: programmeDigest!, body: await programmeVersion(tx, programmeDigest!) };
  return { programme, policy: { digest: policyDigest!, body: await policyVersion(tx, policyDigest!) } };
}

/** Whether there may be more. */
async function openPage(tx: Tx, bundle: Bundle, rules: CaseRules): Promise<boolean> {
  const { no: bundleNo } = await lockBundle(tx, bundle.no);
  const rows = await tx.bundleRow.findMany({
    where: { bundleNo, state: 'listed' },
    include: withDraft,
    orderBy: { position: 'asc' },
    take: PAGE,
  });
  const free = await withoutRunning(tx, rows, rules);
  const caseNos = free.length > 0 ? await nextCaseNos(tx, bundle.countyCode, free.length) : [];
  const data = [];
  for (const [index, row] of free.entries()) data.push(await caseRow(tx, bundle, row, caseNos[index]!, rules));
  // One that has applied by itself at this moment is left out by the database.
  await tx.case.createMany({ data, skipDuplicates: true });
  const opened = await tx.case.findMany({ where: { caseNo: { in: caseNos } } });
  for (const row of opened) {
    await tx.applicationDraft.update({ where: { id: row.applicationId }, data: { caseNo: row.caseNo } });
    await logSubmission(tx, row);
  }
  const ids = opened.map(({ applicationId }) => applicationId);
  const ofPage = { bundleNo, state: 'listed', position: { in: rows.map(({ position }) => position) } } as const;
  await tx.bundleRow.updateMany({ where: { ...ofPage, applicationId: { in: ids } }, data: { state: 'filed' } });
  await tx.bundleRow.updateMany({ where: ofPage, data: { state: 'collided' } });
  return rows.length === PAGE;
}

async function withoutRunning(tx: Tx, rows: readonly Row[], { programme }: CaseRules): Promise<Row[]> {
  const running = await tx.case.findMany({
    where: {
      householdId: { in: rows.flatMap(({ application }) => application.householdId ?? []) },
      ...{ programmeCode: programme.body.code, period: periodNow(programme.body), running: true },
    },
    select: { householdId: true },
  });
  const busy = new Set(running.map(({ householdId }) => householdId));
  return rows.filter(({ application }) => !busy.has(application.householdId));
}

async function caseRow(tx: Tx, bundle: Bundle, { application: draft }: Row, caseNo: string, rules: CaseRules) {
  const { quantity, promisedPapers = [] } = DraftBody.parse(draft.body);
  const given = draft.papers.map(({ kind }) => kind);
  const { villageCode: areaCode } = ofHousehold(draft).household;
  const asked = {
    ...{ caseNo, draft, areaCode, quantity: quantity!, decisions: filedBy(bundle) },
    promisedPapers: promisedPapers.filter((kind) => !given.includes(kind)),
  };
  const ofBundle = { workflow: BUNDLED_PROJECT, bundle: { no: bundle.no, acts: [] } } as const;
  return { ...(await newCaseRow(tx, asked, rules, ofBundle)), bundleNo: bundle.no };
}

/** 扶贫办初核: what the checker of the bundle has before him. */
async function checkRows(world: World, bundleNo: string): Promise<void> {
  const { db } = world;
  for (;;) {
    const rows = await db.bundleRow.findMany({
      where: { bundleNo, state: 'filed', checkedAt: null },
      include: { application: { select: { caseNo: true } } },
      take: PAGE,
    });
    if (rows.length === 0) return;
    const [failure] = await inParallel(rows, AT_ONCE, async ({ position, application }) => {
      const { findings } = await deskCheck(world, application.caseNo!);
      const where = { bundleNo_position: { bundleNo, position } };
      await db.bundleRow.update({ where, data: { findings: [...findings], checkedAt: new Date() } });
    });
    if (failure) throw failure;
  }
}
