import type { AuditFindingQuery, AuditFindingView, CaseOffices } from '../../../domain/schemas/audit-finding.js';
import { countyOf } from '../../../domain/rules/county-of.js';
import { shanghaiDate } from '../../../domain/rules/working-days.js';
import { AUDIT_FINDING_ACT_NAMES, AUDIT_FINDING_STATE_NAMES } from '../../../domain/texts/audit.js';
import type { Keyring } from '../../../platform/keyring.js';
import type { Prisma, Tx } from '../../../prisma/client.js';
import { caseKey } from '../../../prisma/applicant.js';
import { openWords } from '../../../prisma/words.js';
import type { OfficialWho } from '../../who.js';
import { coded } from '../coded.js';
import { behind } from '../newest-first.js';
import { officialsBy } from '../officials.js';
import { type Page, pageOf, positionOf } from '../page.js';

const WITH = {
  case: true,
  office: true,
  acts: { orderBy: { at: 'asc' } },
} as const satisfies Prisma.AuditFindingInclude;
type Row = Prisma.AuditFindingGetPayload<{ include: typeof WITH }>;

/** Findings of an auditor's area, or of an office: the newest first. */
export async function findingPage(
  tx: Tx,
  keyring: Keyring,
  who: OfficialWho,
  { cursor, limit, state, caseNo, awaited }: AuditFindingQuery,
): Promise<Page<AuditFindingView>> {
  const isAuditor = who.roles.includes('auditor');
  const rows = await tx.auditFinding.findMany({
    where: {
      AND: [
        isAuditor ? { case: { areaCode: { startsWith: who.areaCode } } } : { officeId: who.office.id },
        behind(positionOf(cursor), 'raisedAt', 'id'),
        awaited === undefined ? {} : { state: awaited === isAuditor ? 'answered' : 'open' },
      ],
      ...(state !== undefined && { state }),
      ...(caseNo !== undefined && { caseNo }),
    },
    include: WITH,
    orderBy: [{ raisedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  const views = await viewsOf(tx, keyring, rows.slice(0, limit));
  return pageOf(
    rows,
    limit,
    ({ raisedAt, id }) => ({ at: raisedAt, id }),
    ({ id }) => views.get(id)!,
  );
}

/** One finding with all that was said about it. */
export async function findingView(tx: Tx, keyring: Keyring, id: string): Promise<AuditFindingView> {
  const row = await tx.auditFinding.findUniqueOrThrow({ where: { id }, include: WITH });
  return (await viewsOf(tx, keyring, [row])).get(id)!;
}

async function viewsOf(tx: Tx, keyring: Keyring, rows: readonly Row[]): Promise<Map<string, AuditFindingView>> {
  const person = await officialsBy(
    tx,
    rows.flatMap(({ acts }) => acts.map(({ byId }) => byId)),
  );
  const views = new Map<string, AuditFindingView>();
  for (const { id, caseNo, office, state, dueOn, raisedAt, closedAt, acts, case: row } of rows) {
    const words = await wordsOf(tx, keyring, row, acts);
    views.set(id, {
      ...{ id, caseNo, office: { id: office.id, name: office.name }, state: coded(AUDIT_FINDING_STATE_NAMES, state) },
      ...{ dueOn, overdue: state === 'open' && dueOn < shanghaiDate(Date.now()), raisedAt: raisedAt.toISOString() },
      closedAt: closedAt?.toISOString() ?? null,
      entries: acts.map(({ kind, byId, at, wordsId }) => ({
        ...{ act: coded(AUDIT_FINDING_ACT_NAMES, kind), by: person(byId), at: at.toISOString() },
        words: words.get(wordsId) ?? null,
      })),
    });
  }
  return views;
}

/** Once the household is erased, nothing of it can be read. */
async function wordsOf(
  tx: Tx,
  keyring: Keyring,
  row: Row['case'],
  acts: Row['acts'],
): Promise<ReadonlyMap<string, string>> {
  const erased = { id: row.householdId ?? '', wrappedKey: { equals: Buffer.alloc(0) } };
  if ((await tx.household.count({ where: erased })) > 0) return new Map();
  return await openWords(
    tx,
    await caseKey(tx, keyring, row),
    acts.map(({ wordsId }) => wordsId),
  );
}

/** Offices of the county of a case: those whose officials acted in it first. */
export async function caseOffices(tx: Tx, caseNo: string): Promise<CaseOffices> {
  const offices = await tx.office.findMany({
    where: { areaCode: { startsWith: countyOf(caseNo) }, kind: { not: 'audit' } },
    orderBy: [{ areaCode: 'asc' }, { name: 'asc' }],
  });
  const tasks = await tx.task.findMany({ where: { caseNo, closedById: { not: null } }, select: { closedById: true } });
  const officials = await tx.official.findMany({
    where: { id: { in: tasks.flatMap(({ closedById }) => closedById ?? []) } },
    select: { officeId: true },
  });
  const acted = new Set(officials.map(({ officeId }) => officeId));
  const items = offices.map(({ id, name }) => ({ id, name, acted: acted.has(id) }));
  return { items: items.toSorted((one, other) => Number(other.acted) - Number(one.acted)) };
}
