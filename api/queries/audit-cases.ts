import type { AuditCase, AuditCaseQuery } from '../../domain/schemas/audit.js';
import { OUTCOME_NAMES } from '../../domain/texts/endings.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import { areaNames } from '../../prisma/areas.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { behind } from './newest-first.js';
import { type Page, pageOf, positionOf } from './page.js';
import { programmeNames } from './programme-names.js';
import { withinArea } from './visible.js';

/** Cases of all years in an auditor's area, the newest first. @throws Refused OUT_OF_AREA */
export async function auditCasePage(tx: Tx, who: OfficialWho, query: AuditCaseQuery): Promise<Page<AuditCase>> {
  const { cursor, limit, area = who.areaCode } = query;
  withinArea(who, area);
  const rows = await tx.case.findMany({
    where: {
      AND: [{ areaCode: { startsWith: area } }, wanted(query), behind(positionOf(cursor), 'submittedAt', 'caseNo')],
    },
    orderBy: [{ submittedAt: 'desc' }, { caseNo: 'desc' }],
    take: limit + 1,
  });
  const shown = await auditCases(
    tx,
    rows.map(({ caseNo }) => caseNo),
  );
  return pageOf(
    rows,
    limit,
    ({ submittedAt, caseNo }) => ({ at: submittedAt, id: caseNo }),
    ({ caseNo }) => shown(caseNo),
  );
}

/** Cases as an auditor has them in a list, by their numbers. */
export async function auditCases(tx: Tx, caseNos: readonly string[]): Promise<(caseNo: string) => AuditCase> {
  const rows = await tx.case.findMany({ where: { caseNo: { in: [...caseNos] } } });
  const programme = await programmeNames(
    tx,
    rows.map(({ programmeCode }) => programmeCode),
  );
  const place = await areaNames(
    tx,
    rows.map(({ areaCode }) => areaCode),
  );
  const seals = await tx.seal.findMany({
    where: { workflowId: { in: [...caseNos] } },
    select: { workflowId: true },
  });
  const sealed = new Set(seals.map(({ workflowId }) => workflowId));
  const byNumber = new Map(rows.map((row) => [row.caseNo, row]));
  return (caseNo) => {
    const row = byNumber.get(caseNo)!;
    return {
      ...{ caseNo, programme: programme(row.programmeCode), village: place(row.areaCode).village },
      ...{ stage: coded(STAGE_NAMES, row.stage), running: row.running, amountFen: Number(row.amountFen) },
      outcome: row.outcome ? coded(OUTCOME_NAMES, (row.outcome as { kind: string }).kind) : null,
      ...{ decisionNo: row.decisionNo, submittedAt: row.submittedAt.toISOString() },
      ...{ closedAt: row.closedAt?.toISOString() ?? null, sealed: sealed.has(caseNo) },
    };
  };
}

function wanted(query: AuditCaseQuery): Prisma.CaseWhereInput {
  const { text, year, programme, stage, outcome, running, official, fromFen } = query;
  return {
    AND: [
      text === undefined ? {} : { caseNo: { contains: text } },
      year === undefined ? {} : { caseNo: { contains: `-${year}-` } },
      outcome === undefined ? {} : { outcome: { path: ['kind'], equals: outcome } },
    ],
    ...(programme !== undefined && { programmeCode: programme }),
    ...(stage !== undefined && { stage }),
    ...(running !== undefined && { running }),
    ...(official !== undefined && { tasks: { some: { closedById: official } } }),
    ...(fromFen !== undefined && { amountFen: { gte: BigInt(fromFen) } }),
  };
}
