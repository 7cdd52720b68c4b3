import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ProofFinding } from '../../../domain/schemas/audit.js';
import type { VerificationState, VerificationView } from '../../../domain/schemas/verification.js';
import { VERIFICATION_STATE_NAMES } from '../../../domain/texts/verification.js';
import type { Tx } from '../../../prisma/client.js';
import type { VerificationModel } from '../../../prisma/generated/models.js';
import type { Finding } from '../../../proof/finding.js';
import { headsIn } from '../../../proof/tree-head.js';
import { found } from '../../problem.js';
import { reportFolder, silentSince } from '../../verifying/verifications.js';
import type { OfficialWho } from '../../who.js';
import { coded } from '../coded.js';
import { behind } from '../newest-first.js';
import { officialsBy } from '../officials.js';
import { type Page, pageOf, positionOf } from '../page.js';
import { withinArea } from '../visible.js';
import { proofFindings } from './proof-findings.js';

interface Asked {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Those of an auditor's area, the newest first. */
export async function verificationPage(
  tx: Tx,
  { areaCode }: OfficialWho,
  { cursor, limit }: Asked,
): Promise<Page<VerificationView>> {
  const rows = await tx.verification.findMany({
    where: { areaCode: { startsWith: areaCode }, ...behind(positionOf(cursor), 'askedAt', 'id') },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ askedAt, id }) => ({ at: askedAt, id }), await viewOf(tx, rows));
}

/** One of an auditor's area. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function verificationFor(tx: Tx, who: OfficialWho, id: string): Promise<VerificationModel> {
  const row = found(await tx.verification.findUnique({ where: { id } }));
  withinArea(who, row.areaCode);
  return row;
}

export async function verificationView(tx: Tx, row: VerificationModel): Promise<VerificationView> {
  return (await viewOf(tx, [row]))(row);
}

async function viewOf(
  tx: Tx,
  rows: readonly VerificationModel[],
): Promise<(row: VerificationModel) => VerificationView> {
  const person = await officialsBy(
    tx,
    rows.map(({ askedById }) => askedById),
  );
  return (row) => ({
    ...{ id: row.id, area: row.areaCode, year: row.year, full: row.full, kept: headsIn(row.kept).length },
    ...{ state: coded(VERIFICATION_STATE_NAMES, stateOf(row)), askedBy: person(row.askedById) },
    ...{ askedAt: row.askedAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null },
    ...{ done: row.done, of: row.of, findings: row.findings },
  });
}

function stateOf({ endedAt, heardAt, of }: VerificationModel): VerificationState {
  if (endedAt !== null) return 'ended';
  if (heardAt < silentSince()) return 'brokenOff';
  return of === null ? 'waiting' : 'running';
}

/** The file that its report is, as JSON or as a page; undefined before its end. */
export function reportOf(home: string, { id, endedAt }: VerificationModel, kind: 'json' | 'html'): string | undefined {
  const file = path.join(reportFolder(home, id), `report.${kind}`);
  return endedAt !== null && existsSync(file) ? file : undefined;
}

/** The differences that it found, in the order of its report. */
export function findingPage(home: string, row: VerificationModel, { cursor, limit }: Asked): Page<ProofFinding> {
  const report = reportOf(home, row, 'json');
  const { findings } = report
    ? (JSON.parse(readFileSync(report, 'utf8')) as { findings: Finding[] })
    : { findings: [] };
  const from = Number(positionOf(cursor)?.id ?? 0);
  const numbered = proofFindings(findings.slice(from, from + limit + 1)).map((finding, at) => ({ finding, at }));
  return pageOf(
    numbered,
    limit,
    ({ at }) => ({ at: null, id: String(from + at + 1) }),
    ({ finding }) => finding,
  );
}
