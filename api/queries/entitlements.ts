import type { EntitlementQuery, EntitlementView, RunQuery } from '../../domain/schemas/entitlement.js';
import { Outcome } from '../../domain/schemas/outcome.js';
import { FINDING_NAMES, OUTCOME_NAMES } from '../../domain/texts/endings.js';
import { END_NAMES, ENTITLEMENT_STATES } from '../../domain/texts/entitlements.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import { countyOf } from '../../domain/rules/county-of.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';
import { found } from '../problem.js';
import type { Who } from '../who.js';
import { coded } from './coded.js';
import { loanView, withChanges } from './loans.js';
import { behind } from './newest-first.js';
import { type Page, pageOf, positionOf } from './page.js';
import { helpedBy, visibleCase } from './visible.js';

const withGrant = {
  grant: { select: { programmeDigest: true } },
  ...withChanges,
} as const satisfies Prisma.EntitlementInclude;
type Row = Prisma.EntitlementGetPayload<{ include: typeof withGrant }>;

/** What is paid period after period, the newest first: a household's own, what a helper filed for, an official's area. */
export async function entitlementPage(
  tx: Tx,
  who: Who,
  { cursor, limit, programme, state }: EntitlementQuery,
): Promise<Page<EntitlementView>> {
  const rows = await tx.entitlement.findMany({
    where: {
      ...seenBy(who),
      ...(programme !== undefined && { programmeCode: programme }),
      ...(state !== undefined && { state }),
      ...behind(positionOf(cursor), 'grantedAt', 'caseNo'),
    },
    include: withGrant,
    orderBy: [{ grantedAt: 'desc' }, { caseNo: 'desc' }],
    take: limit + 1,
  });
  const page = pageOf(
    rows,
    limit,
    ({ grantedAt, caseNo }) => ({ at: grantedAt, id: caseNo }),
    (row) => row,
  );
  return { ...page, items: await Promise.all(page.items.map((row) => view(tx, row))) };
}

function seenBy(who: Who): Prisma.EntitlementWhereInput {
  if (who.kind === 'household') return { householdId: who.id };
  if (who.kind === 'helper') return { grant: helpedBy(who) };
  return { countyCode: countyOf(who.areaCode), areaCode: { startsWith: who.areaCode } };
}

/** @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function entitlementView(tx: Tx, who: Who, caseNo: string): Promise<EntitlementView> {
  await visibleCase(tx, who, caseNo);
  return await view(tx, found(await tx.entitlement.findUnique({ where: { caseNo }, include: withGrant })));
}

/** Its runs, the newest first. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function runPage(tx: Tx, who: Who, entitlementNo: string, { cursor, limit }: RunQuery) {
  await entitlementView(tx, who, entitlementNo);
  const rows = await tx.case.findMany({
    where: { entitlementNo, ...behind(positionOf(cursor), 'submittedAt', 'caseNo') },
    include: { review: true },
    orderBy: [{ submittedAt: 'desc' }, { caseNo: 'desc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ submittedAt, caseNo }) => ({ at: submittedAt, id: caseNo }), runView);
}

type Run = Prisma.CaseGetPayload<{ include: { review: true } }>;

const runView = ({ caseNo, period, stage, running, amountFen, outcome, submittedAt, review }: Run) => ({
  ...{ caseNo, period, running, stage: coded(STAGE_NAMES, stage), amountFen: Number(amountFen) },
  outcome: outcome === null ? null : coded(OUTCOME_NAMES, Outcome.parse(outcome).kind),
  finding: review?.finding ? coded(FINDING_NAMES, review.finding) : null,
  madeAt: submittedAt.toISOString(),
});

async function view(tx: Tx, row: Row): Promise<EntitlementView> {
  const { caseNo, decisionNo, state, quantity, periodsLeft, personId, nextPeriod, nextDueAt, endedAt, endReason } = row;
  const { code, name } = await programmeVersion(tx, row.grant.programmeDigest);
  return {
    ...{ caseNo, decisionNo, quantity, periodsLeft, personal: personId !== null },
    programme: { code, ...name },
    state: coded(ENTITLEMENT_STATES, state),
    grantedAt: row.grantedAt.toISOString(),
    loan: await loanView(tx, row),
    next: nextDueAt && { period: nextPeriod, dueAt: nextDueAt.toISOString() },
    ended: endedAt && { at: endedAt.toISOString(), reason: coded(END_NAMES, endReason!) },
  };
}
