import { CountyPolicy } from '../../domain/schemas/county-policy.js';
import type { PolicyDraftView } from '../../domain/schemas/policy-version.js';
import type { Tx } from '../../prisma/client.js';
import type { CountyPolicyModel, PolicyDraftModel } from '../../prisma/generated/models.js';
import type { OfficialWho } from '../who.js';
import { officialsBy } from './officials.js';
import { pageOf, positionOf } from './page.js';

interface Asked {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

function versionView({ digest, body, effectiveFrom }: Pick<CountyPolicyModel, 'digest' | 'body' | 'effectiveFrom'>) {
  const { countyCode: _of, version, ...policy } = CountyPolicy.parse(body);
  return { version, digest, policy, effectiveFrom: effectiveFrom.toISOString() };
}

/** All versions of a county's policy, the newest first. */
export async function policyPage(tx: Tx, { areaCode }: OfficialWho, { cursor, limit }: Asked) {
  const position = positionOf(cursor);
  const rows = await tx.countyPolicy.findMany({
    where: { countyCode: areaCode, ...(position && { version: { lt: Number(position.id) } }) },
    orderBy: { version: 'desc' },
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ version }) => ({ at: null, id: String(version) }), versionView);
}

/** Drafts of new versions, the newest first. */
export async function policyDraftPage(tx: Tx, { areaCode }: OfficialWho, { cursor, limit }: Asked) {
  const position = positionOf(cursor);
  const rows = await tx.policyDraft.findMany({
    where: { countyCode: areaCode, ...(position && { seq: { lt: Number(position.id) } }) },
    orderBy: { seq: 'desc' },
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ seq }) => ({ at: null, id: String(seq) }), await draftShower(tx, rows));
}

export async function policyDraftView(tx: Tx, id: string): Promise<PolicyDraftView> {
  const row = await tx.policyDraft.findUniqueOrThrow({ where: { id } });
  return (await draftShower(tx, [row]))(row);
}

async function draftShower(
  tx: Tx,
  rows: readonly PolicyDraftModel[],
): Promise<(row: PolicyDraftModel) => PolicyDraftView> {
  const person = await officialsBy(
    tx,
    rows.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById]),
  );
  return (row) => ({
    ...{ ...versionView(row), id: row.id, agreed: row.agreed },
    ...{ proposedBy: person(row.proposedById), proposedAt: row.proposedAt.toISOString() },
    decidedBy: row.decidedById === null ? null : person(row.decidedById),
  });
}
