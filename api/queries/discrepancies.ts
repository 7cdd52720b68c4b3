import type { DiscrepancyQuery, DiscrepancyView } from '../../domain/schemas/discrepancy.js';
import { DISCREPANCY_ADVICE, DISCREPANCY_NAMES, settlementText } from '../../domain/texts/discrepancies.js';
import type { Tx } from '../../prisma/client.js';
import type { DiscrepancyModel as Discrepancy } from '../../prisma/generated/models.js';
import { found } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { fenShown } from './fen-shown.js';
import { behind } from './newest-first.js';
import { officialsBy } from './officials.js';
import { type Page, pageOf, positionOf } from './page.js';
import { withinArea } from './visible.js';

/** A discrepancy that this official may see; one that belongs to no county is every county's. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function visibleDiscrepancy(tx: Tx, who: OfficialWho, id: string): Promise<Discrepancy> {
  const row = found(await tx.discrepancy.findUnique({ where: { id } }));
  if (row.countyCode !== '') withinArea(who, row.countyCode);
  return row;
}

/** The discrepancies of an official's area, the newest first. */
export async function discrepancyPage(
  tx: Tx,
  who: OfficialWho,
  { cursor, limit, settled, kind, county }: DiscrepancyQuery,
): Promise<Page<DiscrepancyView>> {
  const rows = await tx.discrepancy.findMany({
    where: {
      AND: [
        { OR: [{ countyCode: { startsWith: who.areaCode } }, { countyCode: '' }] },
        behind(positionOf(cursor), 'foundAt', 'id'),
      ],
      ...(kind !== undefined && { kind }),
      ...(county !== undefined && { countyCode: county }),
      ...(settled !== undefined && { settledAt: settled ? { not: null } : null }),
    },
    orderBy: [{ foundAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ foundAt, id }) => ({ at: foundAt, id }), await discrepancyViews(tx, rows));
}

/** Discrepancies as officials see them: with the case and the file behind each. */
export async function discrepancyViews(
  tx: Tx,
  rows: readonly Discrepancy[],
): Promise<(row: Discrepancy) => DiscrepancyView> {
  const person = await officialsBy(
    tx,
    rows.map(({ settledById }) => settledById),
  );
  const payments = await tx.payment.findMany({
    where: { reference: { in: rows.flatMap(({ reference }) => reference ?? []) } },
    select: { reference: true, caseNo: true },
  });
  const cases = new Map(payments.map(({ reference, caseNo }) => [reference, caseNo]));
  const files = await tx.bankFile.findMany({
    where: { id: { in: rows.flatMap(({ fileId }) => fileId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(files.map(({ id, name }) => [id, name]));
  return ({ id, kind, countyCode, reference, batchNo, fileId, ...row }) => ({
    ...{ id, countyCode, reference, batchNo, kind: coded(DISCREPANCY_NAMES, kind), advice: DISCREPANCY_ADVICE[kind] },
    ...{ file: names.get(fileId ?? '') ?? null, caseNo: cases.get(reference ?? '') ?? null },
    ...{ ourFen: fenShown(row.ourFen), bankFen: fenShown(row.bankFen), foundAt: row.foundAt.toISOString() },
    settled: row.settledAt && {
      by: row.settledById === null ? null : person(row.settledById),
      at: row.settledAt.toISOString(),
      settlement: settlementText(row.settlement ?? ''),
    },
  });
}
